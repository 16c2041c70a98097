package app.rollcall.importing.csv;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about the dialect; what is null is found out from the file. A chosen charset is obeyed even against a byte-order
 * mark, a chosen delimiter even against a {@code sep=} line.
 */
public record DialectChoice(
        @Nullable Charset charset, @Nullable Character delimiter) {

    public static final DialectChoice DETECT = new DialectChoice(null, null);

    public DialectChoice {
        if (delimiter != null && (Character.isLetterOrDigit(delimiter) || "\"\r\n@".indexOf(delimiter) >= 0)) {
            throw new IllegalArgumentException("No delimiter: " + delimiter);
        }
    }
}
