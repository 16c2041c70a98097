package app.rollcall.importing;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes rows in the text format of COPY: cells parted by tabs, rows by line feeds, a backslash before what would part them. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean started;

    CopyText cell(long number) {
        next().append(number);
        return this;
    }

    CopyText cell(@Nullable String value) {
        next();
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\\' -> text.append("\\\\");
                default -> text.append(c);
            }
        }
        return this;
    }

    private StringBuilder next() {
        if (started) {
            text.append('\t');
        }
        started = true;
        return text;
    }

    void endRow() {
        text.append('\n');
        started = false;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Characters so far; UTF-8 makes at most three bytes of each. */
    int length() {
        return text.length();
    }

    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }
}
