package app.rollcall.importing.csv;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about reading a file.
 *
 * @param columns null to find out from the headings
 * @param pasted not a file but cells that somebody pasted: nothing but addresses, one in a line, need no heading then
 */
public record ReadingChoice(DialectChoice dialect, @Nullable ColumnChoice columns, boolean pasted) {

    public static final ReadingChoice DETECT = new ReadingChoice(DialectChoice.DETECT, null);

    public ReadingChoice(DialectChoice dialect, @Nullable ColumnChoice columns) {
        this(dialect, columns, false);
    }

    /** The same about pasted cells. */
    public ReadingChoice ofPaste() {
        return new ReadingChoice(dialect, columns, true);
    }
}
