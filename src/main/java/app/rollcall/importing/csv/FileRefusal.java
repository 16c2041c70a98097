package app.rollcall.importing.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a whole file is refused. The sentence is {@code importing.refused.<code>}; its arguments are named at each reason. */
public enum FileRefusal {
    /** No byte, or nothing but a byte-order mark. */
    EMPTY,
    /** Headings perhaps, but no row with anything in it. */
    NO_ROWS,
    /** {0} the limit in MB. */
    TOO_LARGE,
    /** {0} the limit. */
    TOO_MANY_ROWS,
    /** {0} columns found, {1} the limit, {2} the first few unknown headings. */
    TOO_MANY_COLUMNS,
    EXCEL_WORKBOOK,
    /** {0} the kind of archive, as {@code ZIP}. */
    COMPRESSED,
    /** {0} what it is, as {@code PDF}. */
    NOT_CSV,
    /** Bytes that are no text at all. */
    NOT_TEXT,
    /** In no charset we can tell. */
    ENCODING_UNKNOWN,
    /** {0} the charset it may be in: likely, but not sure enough to risk spoilt names. */
    ENCODING_UNSURE,
    /** {0} the line the headings seem to stand on, {1} the first line. */
    HEADER_NOT_FIRST,
    /** {0} the first line: a quote in it is not closed, or it is too long. */
    HEADER_DAMAGED,
    /** The first line looks like data. {0} the first line. */
    HEADER_MISSING,
    /** Neither an e-mail column nor another one that says who people are. {0} the headings found. */
    EMAIL_COLUMN_MISSING,
    /** Without headings, nothing says which column tells who people are. */
    COLUMNS_NOT_PICKED,
    /** {0} our heading, {1} and {2} the two columns that both mean it, counted from 1. */
    HEADING_TWICE,
    /** Foreign letters that look like Latin ones. {0} the heading as written, {1} the heading it imitates. */
    HEADING_LOOKALIKE,
    /** {0} the heading as written, {1} the heading of ours it seems to mean. */
    HEADING_LOCALISED,
    /** Not the headings of the strict sample. {0} those missing, {1} those too many, {2} those written differently, each as a list or –. */
    HEADINGS_NOT_SAMPLE,
    /** {0} the system the file is of, as {@code Canvas}. Told of lists that an earlier version refused; such a file can be read by now. */
    PEOPLE_BY_ID;

    /** The refusal of a word in the database; empty for one that a later version wrote. */
    public static Optional<FileRefusal> of(String code) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.code().equals(code))
                .findFirst();
    }

    /** The word in the database and in the keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
