package app.rollcall.importing.csv;

import java.util.Locale;

/**
 * Why a row cannot be imported. The sentence is {@code importing.problem.<code>} with {0} the row's line, {1} the column, {2} the value
 * shown (for the two about the number of columns: {@code found/expected}).
 */
public enum ProblemReason {
    /** Nothing says who the person is: neither an address nor any of the IDs. */
    EMAIL_MISSING,
    EMAIL_MALFORMED,
    EMAIL_SEVERAL,
    EMAIL_TOO_LONG,
    /** A line break in the e-mail cell: several addresses, or an attempt to add a mail header. */
    EMAIL_LINE_BREAK,
    TOO_FEW_COLUMNS,
    TOO_MANY_COLUMNS,
    /** Opened on this row's line; reading went on at the next physical line. */
    UNCLOSED_QUOTE,
    STRAY_QUOTE,
    FIELD_TOO_LONG,
    ROW_TOO_LONG,
    NUL_BYTE,
    /** Bytes that are no text in the file's charset, or text already lost before (U+FFFD). */
    INVALID_BYTES,
    /** Control or text-direction characters. */
    CONTROL_CHARACTERS,
    LINE_BREAK_IN_NAME,
    NAME_TOO_LONG,
    ITEM_TYPE_UNKNOWN,
    ITEM_TYPE_MISSING,
    ITEM_ID_MISSING,
    LOOKS_LIKE_HEADER,
    /** A long number that a spreadsheet has turned into 1.23457E+15. */
    DAMAGED_BY_EXCEL,
    /** A line break where a value has one line only. */
    LINE_BREAK,
    VALUE_TOO_LONG,
    REQUIREMENT_UNKNOWN,
    STATUS_UNKNOWN,
    SEND_INVITE_UNKNOWN,
    /** More than a learner, or a word we do not know: no list gives anybody a role. */
    ROLE_UNKNOWN,
    COMPLETION_STATUS_UNKNOWN,
    /** Not a number from 0 to 100. */
    SCORE_MALFORMED,
    DATE_MALFORMED,
    /** Day and month, or month and day: 11/12/2026. */
    DATE_AMBIGUOUS,
    /** No calendar has it: 31/02/2026. */
    DATE_IMPOSSIBLE,
    /** Before 2000 or after 2100. */
    DATE_OUT_OF_RANGE,
    /** A spreadsheet's count of days, as 46000. */
    DATE_IS_NUMBER,
    LOCALE_UNKNOWN,
    TIMEZONE_UNKNOWN,
    /** The system the file comes from says that this person left, or takes this course no more: deleted, suspended, not active. */
    MARKED_AS_GONE;

    /** The word in the database and in the keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The reason of a word in the database.
     *
     * @throws IllegalArgumentException for a word that is no code
     */
    public static ProblemReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
