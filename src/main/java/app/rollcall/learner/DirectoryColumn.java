package app.rollcall.learner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a table of the directory can show beside the name, from its start to its end. */
public enum DirectoryColumn {
    EMAIL,
    CATEGORIES,
    /** How many courses the learner has (OM-12). */
    COURSES,
    /** How many of them are completed (EG-08). */
    COMPLETED,
    PRODUCTS,
    /** Where the learner says they are (EG-08). */
    LOCATION,
    LOGIN,
    /** Who invited, and when. */
    INVITED,
    STATUS,
    ADDED,
    /** What sends the reminder (EG-06). */
    REMIND;

    /** The word in a URL, in the database and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a word stands for, if it does for a column. */
    static Optional<DirectoryColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
