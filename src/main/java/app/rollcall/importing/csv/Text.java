package app.rollcall.importing.csv;

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
