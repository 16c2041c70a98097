package app.rollcall.importing.csv;

/** The rules of a row's values, for a row that was typed or changed on a screen: the same as for a row of a file. */
public final class RowRules {

    private RowRules() {}

    /** The row with its values as they are stored, and the first thing that is wrong with them. */
    public static StagedRow check(StagedRow row) {
        return RowReader.ruled(row);
    }
}
