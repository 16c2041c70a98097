package app.rollcall.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our style sheets and small modules as a browser asks for them: by an address that changes with what is in them. So a browser
 * keeps them for good, and after an update has the new ones at once, never some of each.
 */
final class OurFiles {

    /** Names the content, as Vaadin does for its own style sheets. */
    private static final String VERSION = "v-c";

    static final String STYLES = "styles.css";

    private static final Pattern IMPORT = Pattern.compile("@import \"([a-z-]+\\.css)\";");
    private static final Map<String, String> VERSIONS = new ConcurrentHashMap<>();

    private OurFiles() {}

    /** The address of a file of ours, beside the page's base. */
    static String address(String name) {
        return name + "?" + VERSION + "=" + version(name);
    }

    static String version(String name) {
        return VERSIONS.computeIfAbsent(name, _ -> hash(name.equals(STYLES) ? styles() : text(name)));
    }

    /** All our style sheets in their order, as one: the browser need not read the list before it asks for the rest. */
    static String styles() {
        return IMPORT.matcher(text(STYLES)).replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
    }

    private static String text(String name) {
        try (InputStream file = OurFiles.class.getResourceAsStream("/META-INF/resources/" + name)) {
            if (file == null) {
                throw new IllegalStateException("Missing in the application: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
