package app.rollcall.invitation.ui;

import app.rollcall.invitation.InvitationLink;
import app.rollcall.invitation.NewAccount;
import app.rollcall.security.NewPassword;
import app.rollcall.security.ui.EntryCard;
import app.rollcall.security.ui.FormField;
import app.rollcall.security.ui.FormSelect;
import app.rollcall.security.ui.PasswordField;
import app.rollcall.security.ui.PostForm;
import app.rollcall.ui.Languages;
import com.vaadin.flow.component.Component;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Name, password, language and time zone of who was invited; what the import or the browser knows stands there already. */
final class AcceptForm {

    private final Component words;
    private final InvitationLink.Welcome welcome;
    private final Map<String, String> typed;
    private final Locale locale;
    private final ZoneId zone;

    /**
     * @param words a component of the page
     * @param typed what was typed before, by the names of fields
     * @param locale the browser's
     * @param zone the browser's
     */
    AcceptForm(Component words, InvitationLink.Welcome welcome, Map<String, String> typed, Locale locale, ZoneId zone) {
        this.words = words;
        this.welcome = welcome;
        this.typed = typed;
        this.locale = locale;
        this.zone = zone;
    }

    /** @param problemKey says what was wrong with what was typed; null for nothing */
    EntryCard card(@Nullable String problemKey) {
        String below = welcome.inviter() == null
                ? words.getTranslation("invitation.below", welcome.email())
                : words.getTranslation("invitation.below.by", welcome.inviter(), welcome.email());
        EntryCard card = new EntryCard(words.getTranslation("invitation.join", welcome.organisation()), below);
        if (problemKey != null) {
            card.addToForm(
                    EntryCard.note(words.getTranslation(problemKey, NewPassword.SHORTEST, NewPassword.LONGEST), "red"));
        }
        if (!welcome.courses().isEmpty()) {
            card.addToForm(
                    EntryCard.hint(words.getTranslation("invitation.waiting", String.join(", ", welcome.courses()))));
        }
        card.addToForm(
                form(),
                EntryCard.hint(words.getTranslation(
                        "invitation.expires",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(welcome.expiresAt().atZone(zone)))));
        return card;
    }

    private PostForm form() {
        PostForm form = new PostForm(AcceptPaths.ACCEPT);
        form.setId("accept");
        form.addClassName("rc-si-fields");
        PasswordField password = new PasswordField(AcceptPaths.PASSWORD, "security.password", "new-password");
        password.attribute("minlength", Integer.toString(NewPassword.SHORTEST));
        password.attribute("maxlength", Integer.toString(NewPassword.LONGEST));
        String language =
                value(AcceptPaths.LOCALE, Objects.requireNonNullElse(welcome.locale(), locale.toLanguageTag()));
        String place = value(AcceptPaths.TIME_ZONE, Objects.requireNonNullElse(welcome.timeZone(), zone.getId()));
        form.add(
                name(AcceptPaths.FIRST_NAME, "invitation.first_name", "given-name", welcome.firstName()),
                name(AcceptPaths.LAST_NAME, "invitation.last_name", "family-name", welcome.lastName()),
                userName(),
                password,
                EntryCard.hint(words.getTranslation("invitation.password.hint", NewPassword.SHORTEST)),
                new FormSelect(AcceptPaths.LOCALE, "invitation.locale", "language", languages(language), language),
                new FormSelect(AcceptPaths.TIME_ZONE, "invitation.time_zone", "off", zones(place), place),
                EntryCard.submit(words.getTranslation("invitation.accept")));
        return form;
    }

    private FormField name(String name, String key, String autocomplete, String known) {
        FormField field = new FormField(name, key, autocomplete);
        field.attribute("maxlength", Integer.toString(NewAccount.LONGEST_NAME));
        field.attribute("value", value(name, known));
        return field;
    }

    /** For password managers, which keep a password by the name beside it; it is not read. */
    private Component userName() {
        FormField email = FormField.email("email", "security.email");
        email.attribute("value", welcome.email());
        email.attribute("readonly", "");
        return email;
    }

    private String value(String name, String known) {
        return typed.getOrDefault(name, known);
    }

    /** What Rollcall speaks, the browser's language, and the one on record. */
    private Map<String, String> languages(String chosen) {
        Map<String, String> languages = new LinkedHashMap<>();
        Stream.concat(Stream.of(Locale.forLanguageTag(chosen), locale), Languages.spoken().stream())
                .filter(language -> !language.getLanguage().isEmpty())
                .forEach(
                        language -> languages.putIfAbsent(language.toLanguageTag(), language.getDisplayName(language)));
        return languages;
    }

    private static Map<String, String> zones(String chosen) {
        Map<String, String> zones = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(chosen, "UTC"),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(id ->
                                        id.indexOf('/') > 0 && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                                .sorted())
                .filter(AcceptForm::known)
                .forEach(id -> zones.putIfAbsent(id, id.replace('_', ' ')));
        return zones;
    }

    private static boolean known(String id) {
        try {
            return !ZoneId.of(id).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
