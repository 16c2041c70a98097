package app.rollcall.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives all our style sheets in one answer, where thirty would come one after the other. */
@RestController
class StyleSheetController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final byte[] styles = OurFiles.styles().getBytes(StandardCharsets.UTF_8);
    // A weak one: an answer with a strong tag would not be compressed.
    private final String tag = "W/\"" + OurFiles.version(OurFiles.STYLES) + "\"";

    @GetMapping("/" + OurFiles.STYLES)
    ResponseEntity<byte[]> styles() {
        // How long it is really kept depends on how it was asked for, which is decided for all files in one place.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ZERO))
                .contentType(CSS)
                .eTag(tag)
                .body(styles);
    }
}
