package app.rollcall.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The parts of an upload. The server has laid a large file on its disk by now, so it is read a slice at a time and can be read
 * twice.
 *
 * @param options JSON; null when there is none
 */
record UploadParts(MultipartFile file, @Nullable String options) {

    private static final int SLICE = 64 * 1024;
    private static final int LONGEST_OPTIONS = 64 * 1024;

    /** Fails with {@link ApiRefusal} when there is no file. */
    static UploadParts of(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = parts == null ? null : parts.getFile("file");
        if (parts == null || file == null) {
            throw ApiRefusal.wrong("file", "no_file");
        }
        return new UploadParts(file, options(parts));
    }

    /** Some clients send every part as a file. */
    private static @Nullable String options(MultipartHttpServletRequest parts) {
        MultipartFile file = parts.getFile("options");
        if (file == null) {
            return parts.getParameter("options");
        }
        try (InputStream in = file.getInputStream()) {
            return new String(in.readNBytes(LONGEST_OPTIONS), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    Flux<ByteBuffer> bytes() {
        return Flux.using(
                        file::getInputStream,
                        in -> Flux.<ByteBuffer>generate(sink -> {
                            try {
                                byte[] slice = in.readNBytes(SLICE);
                                if (slice.length > 0) {
                                    sink.next(ByteBuffer.wrap(slice));
                                } else {
                                    sink.complete();
                                }
                            } catch (IOException e) {
                                sink.error(e);
                            }
                        }),
                        UploadParts::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Of all that was sent: by it a request is known again. */
    Mono<byte[]> sha256() {
        return Mono.fromCallable(() -> {
                    MessageDigest digest = Sha256.digest();
                    digest.update((options + "\0" + fileName() + "\0").getBytes(StandardCharsets.UTF_8));
                    try (InputStream in = new DigestInputStream(file.getInputStream(), digest)) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                    return digest.digest();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
