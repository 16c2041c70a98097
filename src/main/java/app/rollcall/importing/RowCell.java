package app.rollcall.importing;

import java.util.Locale;

/** A cell of a staged row that a person may change. */
public enum RowCell {
    EMAIL,
    FIRST_NAME,
    LAST_NAME,
    ITEM_TYPE,
    ITEM_ID;

    /** The cell of a heading, as findings name it. */
    public static RowCell of(String heading) {
        return valueOf(heading.toUpperCase(Locale.ROOT));
    }
}
