package app.rollcall.database;

/** What somebody typed, for PostgreSQL's LIKE: it is looked for as it stands. */
public final class LikeText {

    private LikeText() {}

    /** Without blanks around it, and with what LIKE would take for a pattern made plain. PostgreSQL's text cannot hold NUL. */
    public static String escaped(String typed) {
        return typed.replace('\0', ' ')
                .strip()
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    /** The same as the pattern of whatever holds it. */
    public static String holding(String typed) {
        return "%" + escaped(typed) + "%";
    }
}
