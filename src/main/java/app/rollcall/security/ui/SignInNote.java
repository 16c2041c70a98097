package app.rollcall.security.ui;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What the sign-in page can have to say above its form; the query parameter of the same name asks for it. */
enum SignInNote {
    /** The one sentence for every failure. */
    FAILED("error", "red"),
    /** The page was open for so long that its form is no longer good. */
    STALE("again", "amber"),
    SIGNED_OUT("signed_out", "green"),
    SET_UP("set_up", "green"),
    NEW_PASSWORD("new_password", "green");

    private final String code;
    private final String hue;

    SignInNote(String code, String hue) {
        this.code = code;
        this.hue = hue;
    }

    String code() {
        return code;
    }

    /** Which of the note's colours. */
    String hue() {
        return hue;
    }

    String key() {
        return "security.sign-in.note." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<SignInNote> among(Collection<String> parameters) {
        return Arrays.stream(values())
                .filter(note -> parameters.contains(note.code))
                .findFirst();
    }
}
