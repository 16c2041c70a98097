package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.FieldChange;
import app.rollcall.importing.Matching;
import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The words for people's fields, and for what a list would change in them. */
final class ChangeWords {

    private ChangeWords() {}

    /** A field by its name, from its heading in a file. */
    static String field(Component words, String heading) {
        return words.getTranslation("invite.field." + heading);
    }

    /** Several of them, as the check writes them down. */
    static String fields(Component words, String headings) {
        return Arrays.stream(headings.split(", "))
                .map(heading -> field(words, heading))
                .collect(Collectors.joining(", "));
    }

    /** "Last name: Berg → Berger", or that it stays and why. */
    static String line(Component words, FieldChange change) {
        return words.getTranslation(
                change.kept() ? "invite.change.kept" : "invite.change.becomes",
                field(words, change.field()),
                value(words, change.field(), change.before()),
                value(words, change.field(), change.after()));
    }

    private static String value(Component words, String field, String value) {
        if (value.isEmpty()) {
            return words.getTranslation("invite.change.empty");
        }
        return switch (field) {
            case "categories" -> value.replace("|", ", ");
            case "status" -> words.getTranslation("invite.change.status." + value);
            default -> value;
        };
    }

    /** Whom a group of rows is about: the address, or else the other name that the rows give. */
    static String person(Component words, EmailGroup group) {
        String key = group.email();
        if (key.isEmpty()) {
            return words.getTranslation("invite.no_email");
        }
        return Arrays.stream(Matching.Key.values())
                .filter(name -> key.startsWith(name.code() + ":"))
                .findFirst()
                .map(name -> field(words, name.code()) + " "
                        + key.substring(name.code().length() + 1))
                .orElse(key);
    }
}
