package app.rollcall.importing.csv;

import java.text.Normalizer;
import java.util.Collection;
import java.util.stream.Collectors;

/** What may be shown or stored of text that a stranger wrote. */
final class Text {

    static final int STORED = 1000;

    private Text() {}

    /** At most so many characters, whole code points only; control and text-direction characters become spaces. */
    static String shown(String text, int longest) {
        boolean clean = text.length() <= longest;
        for (int i = 0; clean && i < text.length(); i++) {
            char c = text.charAt(i);
            clean = !unfit(c) && !Character.isSurrogate(c);
        }
        return clean ? text : cleaned(text, longest);
    }

    private static String cleaned(String text, int longest) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), longest));
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean more = i < text.length();
            if (kept.length() + Character.charCount(c) > longest - (more ? 1 : 0)) {
                return kept.append('…').toString();
            }
            boolean lone = c <= 0xFFFF && Character.isSurrogate((char) c);
            kept.appendCodePoint(lone ? 0xFFFD : unfit(c) ? ' ' : c);
        }
        return kept.toString();
    }

    /** Trimmed, in NFC, a tab being a blank; without the invisible characters around it that copying from a page brings along. */
    static String tidied(String cell) {
        String text = trimmed(cell);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F || text.charAt(i) == '\t') {
                return Normalizer.normalize(text.replace('\t', ' ').replace("\uFEFF", ""), Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** {@link String#strip()} leaves the blanks that spreadsheets and web pages use. */
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && around(cell.charAt(from))) {
            from++;
        }
        while (to > from && around(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean around(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B' || c == '\u2060';
    }

    /** A few of them, separated by commas. */
    static String list(Collection<String> texts) {
        String few = texts.stream().limit(10).map(text -> shown(text, 40)).collect(Collectors.joining(", "));
        return texts.size() > 10 ? few + ", …" : few;
    }

    /** Controls, and the marks that make text run or nest the other way: they can hide what a cell says. */
    static boolean unfit(int c) {
        return c < ' ' || (c >= 0x7F && c < 0xA0) || turnsText(c);
    }

    private static boolean turnsText(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    static boolean breaksLine(int c) {
        return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }
}
