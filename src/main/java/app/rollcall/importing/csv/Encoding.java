package app.rollcall.importing.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a file by its first bytes: a byte-order mark, else UTF-8 if nearly all of it is, else UTF-16 by its zero bytes, else what
 * {@link Latin} makes of it. Never a guess that could spoil names unseen: rather the file is refused and the person asked.
 *
 * <p>A sample of ASCII alone counts as UTF-8. If bytes come later that are none, their rows are refused, not guessed at.
 *
 * @param markLength the bytes of the mark, to be left out
 */
record Encoding(Charset charset, int markLength) {

    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** @param whole whether the sample is all of the file */
    static Encoding of(byte[] sample, boolean whole, @Nullable Charset chosen) {
        Encoding marked = marked(sample);
        if (chosen != null) {
            return obeyed(chosen, marked);
        }
        if (marked != null) {
            if (marked.charset.equals(UTF_32LE)) {
                throw new Unreadable(FileRefusal.ENCODING_UNSURE, "UTF-32");
            }
            return marked;
        }
        Charset wide = utf16(sample);
        if (wide != null) {
            return new Encoding(wide, 0);
        }
        byte[] complete = whole ? sample : withoutCutCharacter(sample);
        return new Encoding(mostlyUtf8(complete) ? StandardCharsets.UTF_8 : Latin.detect(complete), 0);
    }

    /** Three bytes of a UTF-8 mark are no text in any charset; other marks might be. */
    private static Encoding obeyed(Charset chosen, @Nullable Encoding marked) {
        if (marked == null) {
            return new Encoding(chosen, 0);
        }
        if (chosen.equals(StandardCharsets.UTF_16) && marked.markLength == 2) {
            return marked;
        }
        boolean leftOut = marked.charset.equals(chosen) || marked.charset.equals(StandardCharsets.UTF_8);
        return new Encoding(chosen, leftOut ? marked.markLength : 0);
    }

    private static @Nullable Encoding marked(byte[] sample) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(sample, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(UTF_32LE, 4);
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        return startsWith(sample, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, 2) : null;
    }

    private static boolean startsWith(byte[] sample, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (sample.length <= i || (sample[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without a mark, but sure: headings and addresses are ASCII, so half the bytes are zero, all at one parity. */
    private static @Nullable Charset utf16(byte[] sample) {
        int[] zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            zeros[i & 1] += sample[i] == 0 ? 1 : 0;
        }
        int pairs = sample.length / 2;
        if (pairs < 4 || 2 * Math.max(zeros[0], zeros[1]) < pairs) {
            return null;
        }
        if (20 * zeros[0] < zeros[1]) {
            return StandardCharsets.UTF_16LE;
        }
        return 20 * zeros[1] < zeros[0] ? StandardCharsets.UTF_16BE : null;
    }

    /** A sample may end in the middle of a character. */
    private static byte[] withoutCutCharacter(byte[] sample) {
        int length = sample.length;
        while (length > sample.length - 3 && length > 0 && sample[length - 1] < 0) {
            length--;
        }
        return Arrays.copyOf(sample, length);
    }

    /** One bad byte in a file of good ones spoils a row; bad bytes only are another charset. */
    private static boolean mostlyUtf8(byte[] sample) {
        if (wellFormed(sample)) {
            return true;
        }
        int good = 0;
        int bad = 0;
        String text = new String(sample, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bad += c == 0xFFFD ? 1 : 0;
            good += c >= 0x80 && c != 0xFFFD ? 1 : 0;
        }
        return good > 2 * bad;
    }

    /** Even where text that was lost before, U+FFFD, is written in it. */
    private static boolean wellFormed(byte[] sample) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
