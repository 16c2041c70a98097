package app.rollcall.security;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A checked address: the one place that accepts or refuses one, for forms, files and the API alike. Stored as written but
 * trimmed, in NFC, with the domain in lower-case ASCII (IDNA) and without its root dot; compared without case by the database.
 *
 * <p>Policy: RFC 5321 dot-strings of ASCII before the @ (at most 64), a domain name with a dot after it, 254 in all. Quoted
 * local parts, address literals, comments and EAI local parts are refused: no mail system a learner uses needs them, and
 * each is a way into a header.
 */
public record EmailAddress(String value) {

    private static final String MARKS = "!#$%&'*+/=?^_`{|}~-";
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;

    public EmailAddress {
        value = checked(value);
    }

    /** Why an address is refused. */
    public enum Refusal {
        EMPTY,
        TOO_LONG,
        SEVERAL,
        LINE_BREAK,
        NO_AT,
        LOCAL_PART,
        DOMAIN
    }

    /** Thrown by the constructor; carries the reason, not a sentence, and no stack: a file may hold a million of them. */
    public static final class Malformed extends IllegalArgumentException {
        private final Refusal refusal;

        Malformed(Refusal refusal) {
            super("Not an email address: " + refusal);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private static String checked(String raw) {
        if (raw.length() > 4 * LONGEST) {
            throw new Malformed(Refusal.TOO_LONG);
        }
        String text = plain(raw) ? raw : tidied(raw);
        if (text.isEmpty()) {
            throw new Malformed(Refusal.EMPTY);
        }
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0) {
            throw new Malformed(Refusal.LINE_BREAK);
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new Malformed(Refusal.NO_AT);
        }
        if (several(text, at)) {
            throw new Malformed(Refusal.SEVERAL);
        }
        String local = text.substring(0, at);
        String domain = ascii(text.substring(at + 1));
        if (local.length() > LONGEST_LOCAL || local.length() + 1 + domain.length() > LONGEST) {
            throw new Malformed(Refusal.TOO_LONG);
        }
        if (!dotString(local)) {
            throw new Malformed(Refusal.LOCAL_PART);
        }
        if (!domainName(domain)) {
            throw new Malformed(Refusal.DOMAIN);
        }
        return local + "@" + domain;
    }

    /** A second @, or a semicolon, which separates addresses and stands in none. A single comma is mostly a mistyped dot. */
    private static boolean several(String text, int lastAt) {
        return text.indexOf('@') < lastAt || text.indexOf(';') >= 0;
    }

    /** Words of letters, digits and harmless marks with single dots between them. */
    private static boolean dotString(String local) {
        char before = '.';
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean allowed = c == '.' ? before != '.' : letter(c) || digit(c) || MARKS.indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
            before = c;
        }
        return before != '.';
    }

    /** At least two labels; the last has two characters or more and starts with a letter, so that no number passes for a name. */
    private static boolean domainName(String domain) {
        int from = 0;
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', from)) {
            if (!label(domain, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return from > 0
                && domain.length() - from >= 2
                && letter(domain.charAt(from))
                && label(domain, from, domain.length());
    }

    private static boolean label(String domain, int from, int to) {
        if (from == to || to - from > LONGEST_LABEL || domain.charAt(from) == '-' || domain.charAt(to - 1) == '-') {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = domain.charAt(i);
            if (!letter(c) && !digit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) <= ' ' || raw.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** In NFC, without surrounding blanks and without the invisible characters that copying from a page brings along. */
    private static String tidied(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(c -> c != 0xFEFF && !(c >= 0x200B && c <= 0x200F) && c != 0x2060)
                .map(c -> c == 0xFF20 ? '@' : c == 0xA0 ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept.toString().strip(), Normalizer.Form.NFC);
    }

    private static String ascii(String domain) {
        String rooted = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
        if (plain(rooted)) {
            return rooted.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(rooted, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Malformed(Refusal.DOMAIN);
        }
    }
}
