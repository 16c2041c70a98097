package app.rollcall.importing;

import app.rollcall.importing.csv.ReadingLimits;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps uploaded files in the database, in parts, so that any node can read them and a backup holds them. */
@Component
class ImportFiles {

    private static final int SLICES_IN_A_PART = 16;

    private final DatabaseClient database;
    private final ReadingLimits limits;

    ImportFiles(DatabaseClient database, ImportProperties properties) {
        this.database = database;
        this.limits = properties.readingLimits();
    }

    /** What was kept: size in bytes and SHA-256. */
    record Kept(long bytes, byte[] sha256) {}

    /** Writes the slices (of at most 64 KiB) in parts of up to a megabyte; fails with {@link TooLarge} at the limit. */
    Mono<Kept> keep(ImportId id, int source, Flux<ByteBuffer> slices) {
        return Mono.defer(() -> {
            MessageDigest digest = sha256();
            long[] bytes = {0};
            return slices.buffer(SLICES_IN_A_PART)
                    .map(ImportFiles::joined)
                    .index()
                    .concatMap(part -> {
                        bytes[0] += part.getT2().remaining();
                        if (bytes[0] > limits.bytes()) {
                            return Mono.error(new TooLarge());
                        }
                        digest.update(part.getT2().duplicate());
                        return insert(id, source, part.getT1(), part.getT2());
                    })
                    .then(Mono.fromSupplier(() -> new Kept(bytes[0], digest.digest())));
        });
    }

    private Mono<Void> insert(ImportId id, int source, long part, ByteBuffer bytes) {
        return database.sql(
                        "INSERT INTO import_file_part (import_id, source_no, part_no, bytes) VALUES (:id, :source, :part, :bytes)")
                .bind("id", id.value())
                .bind("source", source)
                .bind("part", (int) part)
                .bind("bytes", bytes)
                .then();
    }

    /** The file's bytes, a part at a time, as the reader asks for them. */
    Flux<DataBuffer> read(ImportId id, int source) {
        return parts(id, source).concatMap(part -> bytes(id, source, part), 1);
    }

    /** How much of a file is read before it is refused. */
    ReadingLimits limits() {
        return limits;
    }

    /** The beginning of the file, up to a megabyte of it. */
    Mono<byte[]> beginning(ImportId id, int source) {
        return bytes(id, source, 0).map(buffer -> {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        });
    }

    private Flux<Integer> parts(ImportId id, int source) {
        return database.sql(
                        "SELECT part_no FROM import_file_part WHERE import_id = :id AND source_no = :source ORDER BY part_no")
                .bind("id", id.value())
                .bind("source", source)
                .map(row -> Objects.requireNonNull(row.get("part_no", Integer.class)))
                .all()
                .collectList()
                .flatMapIterable(parts -> parts);
    }

    private Mono<DataBuffer> bytes(ImportId id, int source, int part) {
        return database.sql(
                        "SELECT bytes FROM import_file_part WHERE import_id = :id AND source_no = :source AND part_no = :part")
                .bind("id", id.value())
                .bind("source", source)
                .bind("part", part)
                .map(row -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(
                        Objects.requireNonNull(row.get("bytes", ByteBuffer.class))))
                .one();
    }

    private static ByteBuffer joined(List<ByteBuffer> slices) {
        ByteBuffer part = ByteBuffer.allocate(
                slices.stream().mapToInt(ByteBuffer::remaining).sum());
        slices.forEach(slice -> part.put(slice.duplicate()));
        return part.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
