package app.rollcall.importing.csv;

import app.rollcall.security.EmailAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slips in an address that can have been meant in one way only. */
final class AddressFix {

    /** A name and an address; what is longer is neither. */
    private static final int LONGEST = 400;

    private static final Pattern IN_BRACKETS = Pattern.compile("[^@<>]*<([^<>]*)>[\\s;,]*");
    private static final Pattern SCHEME = Pattern.compile("^\\s*mailto:\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\"'<]+|[\\s\\p{Z}\"'>;,.]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]*([@.,])[\\s\\p{Z}]*");

    private AddressFix() {}

    /** An address that is one, or null when none is certain. */
    static @Nullable String of(String typed) {
        if (typed.length() > LONGEST || typed.indexOf('\n') >= 0 || typed.indexOf('\r') >= 0) {
            return null;
        }
        Matcher bracketed = IN_BRACKETS.matcher(typed);
        String text = bracketed.matches() ? bracketed.group(1) : typed;
        text = SCHEME.matcher(text).replaceFirst("");
        text = AROUND.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll("$1").replaceAll("@{2,}", "@");
        int at = text.indexOf('@');
        if (at < 0) {
            return null;
        }
        String domain = text.substring(at).replace(',', '.').replaceAll("\\.{2,}", ".");
        try {
            String fixed = new EmailAddress(text.substring(0, at) + domain).value();
            return fixed.equals(typed) ? null : fixed;
        } catch (EmailAddress.Malformed e) {
            return null;
        }
    }
}
