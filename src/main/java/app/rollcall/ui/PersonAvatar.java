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

    /**
     * How the disc looks, apart from what draws it.
     *
     * @param label the name, or the address of whoever has no name yet
     * @param look the classes of {@code badges.css}
     * @param initials empty for an envelope
     */
    public record Face(String label, String look, String initials) {

        public static Face of(String name, Size size) {
            return new Face(name, look(size) + PersonAvatar.hue(name), PersonAvatar.initials(name));
        }

        /** Somebody of whom only the address is known. */
        public static Face pending(String address, Size size) {
            return new Face(address, look(size) + "x", "");
        }

        private static String look(Size size) {
            return size.name().toLowerCase(Locale.ROOT) + " ";
        }
    }

    public PersonAvatar(Face face) {
        addClassName("av");
        addClassNames(face.look.split(" "));
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", face.label);
        getElement().setAttribute("title", face.label);
        if (face.initials.isEmpty()) {
            add(Icons.ENVELOPE.create());
        } else {
            setText(face.initials);
        }
    }

    public static PersonAvatar of(String name, Size size) {
        return new PersonAvatar(Face.of(name, size));
    }

    /** Somebody of whom only the address is known. */
    public static PersonAvatar pending(String address, Size size) {
        return new PersonAvatar(Face.pending(address, size));
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
