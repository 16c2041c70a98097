package app.rollcall.importing.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes CSV files for people to open in a spreadsheet: what begins like a formula is kept from being one. */
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r";

    /** What a file begins with, so that a spreadsheet reads it as UTF-8. */
    private static final String MARK = "\uFEFF";

    private CsvText() {}

    /** UTF-8 with a byte-order mark, CRLF. */
    public static byte[] file(List<List<String>> rows) {
        return (MARK + lines(rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** More rows of a file that was begun. */
    public static byte[] rows(List<List<String>> rows) {
        return lines(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(List<List<String>> rows) {
        return rows.stream().map(CsvText::joined).collect(Collectors.joining());
    }

    /** The first line of a file that is written bit by bit, with its byte-order mark. */
    public static byte[] first(List<String> cells) {
        return (MARK + joined(cells)).getBytes(StandardCharsets.UTF_8);
    }

    /** Another line of it. */
    public static byte[] line(List<String> cells) {
        return joined(cells).getBytes(StandardCharsets.UTF_8);
    }

    private static String joined(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        String safe = guarded(text) ? "'" + text : text;
        boolean plain = safe.equals(safe.strip()) && safe.chars().noneMatch(c -> "\",;\r\n".indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** What a cell that we wrote said, without the quote that kept it from being a formula. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && guarded(cell) ? cell.substring(1) : cell;
    }

    /** Quotes before it do not count, so that what had one already comes back with it. */
    private static boolean guarded(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && FORMULA.indexOf(text.charAt(at)) >= 0;
    }
}
