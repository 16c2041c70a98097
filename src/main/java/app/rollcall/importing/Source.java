package app.rollcall.importing;

import app.rollcall.importing.csv.Preset;
import app.rollcall.importing.csv.ReadingChoice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a list came from: a file, a paste, or the typed lines, which are number 0.
 *
 * @param charset and delimiter as read; null until then
 * @param preset the system whose file it was recognised as, or was read as; null for none
 * @param ignored headings that nothing was read from, separated by commas; empty when none
 * @param refusal why it was refused, as {@link FileRefused#of} reads it; null otherwise
 * @param rows of the list that came from here when it was read
 */
public record Source(
        int no,
        Kind kind,
        State state,
        String fileName,
        long bytes,
        @Nullable String charset,
        @Nullable String delimiter,
        @Nullable Preset preset,
        String ignored,
        @Nullable String refusal,
        long rows) {

    /** A choice about reading this source, in which pasted cells are known from a file. */
    public ReadingChoice reading(ReadingChoice choice) {
        return kind == Kind.PASTED ? choice.ofPaste() : choice;
    }

    /** How the rows got here. */
    public enum Kind {
        TYPED,
        FILE,
        PASTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a source stands. */
    public enum State {
        UPLOADING,
        /** It was on its way, and nothing has arrived for long. */
        BROKEN_OFF,
        /** Whole in the database, not read yet. */
        KEPT,
        READ,
        REFUSED
    }
}
