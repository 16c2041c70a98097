package app.rollcall.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of mail that have a template, and what each can say. */
public enum MailKind {
    INVITATION("link", "first_name", "organisation", "message", "expires", "courses", "inviter"),
    REMINDER("link", "first_name", "organisation", "message", "expires", "courses", "inviter"),
    RESET_PASSWORD("link", "first_name", "organisation", "minutes"),
    NEW_SIGN_IN("", "first_name", "organisation", "time", "link"),
    MESSAGE("message", "first_name", "organisation", "subject", "inviter");

    private final String needed;
    private final List<String> variables;

    /** @param needed the variable without which the mail is of no use, or empty */
    MailKind(String needed, String... others) {
        this.needed = needed;
        this.variables = needed.isEmpty()
                ? List.of(others)
                : Stream.concat(Stream.of(needed), Arrays.stream(others)).toList();
    }

    public List<String> variables() {
        return variables;
    }

    /** The variable that the text and the HTML must hold, or empty. */
    public String needed() {
        return needed;
    }

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MailKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
