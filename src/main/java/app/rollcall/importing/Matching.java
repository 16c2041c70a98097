package app.rollcall.importing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a list meets people who are here already.
 *
 * @param by by which names a row's person is looked for; the first that finds somebody decides
 * @param blankErases whether an empty cell of a column that the file has empties the field, where people are updated
 * @param overwriteEdited whether a field that a person has edited by hand gives way to the file
 */
public record Matching(List<Key> by, Mode mode, boolean blankErases, boolean overwriteEdited) {

    public static final Matching DEFAULT = new Matching(List.of(Key.EMAIL, Key.EMPLOYEE_ID), Mode.INSERT, false, false);

    /** A name that is one person's alone. */
    public enum Key {
        EMAIL,
        EMPLOYEE_ID,
        EXTERNAL_ID,
        USERNAME;

        /** As the file's heading and the database write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Key of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What a list may do to whom. Enrolments are made in every mode. */
    public enum Mode {
        /** New people are added; those here already stay as they are. */
        INSERT,
        /** Those here already are changed; a row about somebody else is an error. */
        UPDATE,
        /** Both. */
        UPSERT,
        /** New people are added; of those here already only empty fields are filled. */
        FILL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Mode of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Matching {
        by = List.copyOf(by);
        if (by.isEmpty() || Set.copyOf(by).size() != by.size()) {
            throw new IllegalArgumentException("People are looked for by one name at least, and by each once");
        }
    }
}
