package app.rollcall.importing.csv;

import org.jspecify.annotations.Nullable;

/**
 * What a person decided about reading a file.
 *
 * @param columns null to find out from the headings
 */
public record ReadingChoice(DialectChoice dialect, @Nullable ColumnChoice columns) {

    public static final ReadingChoice DETECT = new ReadingChoice(DialectChoice.DETECT, null);
}
