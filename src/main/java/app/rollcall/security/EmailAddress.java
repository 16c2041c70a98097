package app.rollcall.security;

import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A checked address: the one place that accepts or refuses one, for forms, files and the API alike. Stored as written but
 * trimmed, in NFC, with the domain in lower-case ASCII (IDNA); compared without case by the database.
 *
 * <p>Policy: RFC 5321 dot-strings of ASCII before the @ (at most 64), a domain name with a dot after it, 254 in all. Quoted
 * local parts, address literals, comments and EAI local parts are refused: no mail system a learner uses needs them, and
 * each is a way into a header.
 */
public record EmailAddress(String value) {

    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

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

    /** Thrown by the constructor; carries the reason, not a sentence. */
    public static final class Malformed extends IllegalArgumentException {
        private final Refusal refusal;

        Malformed(Refusal refusal) {
            super("Not an email address: " + refusal);
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    private static String checked(String raw) {
        String text = Normalizer.normalize(tidied(raw), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw new Malformed(Refusal.EMPTY);
        }
        if (text.length() > 4 * LONGEST) {
            throw new Malformed(Refusal.TOO_LONG);
        }
        if (text.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new Malformed(Refusal.LINE_BREAK);
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            throw new Malformed(Refusal.NO_AT);
        }
        if (text.indexOf('@') != at
                || text.indexOf(',') >= 0
                        && text.indexOf('@') < text.indexOf(',')
                        && text.lastIndexOf('@') > text.indexOf(',')
                || text.indexOf(';') >= 0) {
            throw new Malformed(Refusal.SEVERAL);
        }
        String local = text.substring(0, at);
        String domain = ascii(text.substring(at + 1));
        if (local.length() > LONGEST_LOCAL || local.length() + 1 + domain.length() > LONGEST) {
            throw new Malformed(Refusal.TOO_LONG);
        }
        if (!LOCAL.matcher(local).matches()) {
            throw new Malformed(Refusal.LOCAL_PART);
        }
        if (!DOMAIN.matcher(domain).matches()) {
            throw new Malformed(Refusal.DOMAIN);
        }
        return local + "@" + domain;
    }

    /** Without surrounding blanks and without the invisible characters that copying from a page brings along. */
    private static String tidied(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(c -> c != 0xFEFF && !(c >= 0x200B && c <= 0x200F) && c != 0x2060)
                .map(c -> c == 0xFF20 ? '@' : c == 0xA0 ? ' ' : c)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(java.util.Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new Malformed(Refusal.DOMAIN);
        }
    }
}
