package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A person as a disc: initials in a hue that is always the same for the same name; whoever has not accepted yet is an envelope. */
public final class PersonAvatar extends Span {

    /** 18, 24, 32, 28 and 56 px. */
    public enum Size {
        S,
        M,
        ROW,
        L,
        XL
    }

    private PersonAvatar(String label, Size size) {
        addClassNames("av", size.name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }

    public static PersonAvatar of(String name, Size size) {
        PersonAvatar avatar = new PersonAvatar(name, size);
        avatar.addClassName(hue(name));
        avatar.setText(initials(name));
        return avatar;
    }

    /** Somebody of whom only the address is known. */
    public static PersonAvatar pending(String address, Size size) {
        PersonAvatar avatar = new PersonAvatar(address, size);
        avatar.addClassName("x");
        avatar.add(Icons.ENVELOPE.create());
        return avatar;
    }

    /** The class with the hue that belongs to a text, always the same: a person's name, a course's code. */
    public static String hue(String text) {
        return Hues.of(text);
    }

    static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : new String(Character.toChars(word.codePointAt(0))).toUpperCase(Locale.ROOT);
    }
}
