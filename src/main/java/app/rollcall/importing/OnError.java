package app.rollcall.importing;

import java.util.Locale;

/** What rows with errors mean for the rest (rule C4). */
public enum OnError {
    /** Nothing is imported until every error is mended (OM-50). */
    BLOCK,
    /** They are left out and reported. */
    SKIP_ROWS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OnError of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
