package app.rollcall.audit;

/** Makes text that came from outside harmless in a log: nobody writes a line of their own into it. */
public final class LogText {

    private LogText() {}

    /** The text with line breaks and other control characters shown as escapes, at most 500 characters of it. */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(500).forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                safe.append("\\u%04x".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
