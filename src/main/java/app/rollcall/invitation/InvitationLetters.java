package app.rollcall.invitation;

import app.rollcall.mail.BaseUrl;
import app.rollcall.mail.Letter;
import app.rollcall.mail.MailTemplates;
import app.rollcall.security.EmailAddress;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the mail of an invitation, in the language of who is invited. */
@Component
class InvitationLetters {

    private final MailTemplates templates;
    private final BaseUrl baseUrl;

    InvitationLetters(MailTemplates templates, BaseUrl baseUrl) {
        this.templates = templates;
        this.baseUrl = baseUrl;
    }

    /** Fails when the address or the template is of no use; says nothing of the token then. */
    Mono<Letter> write(DueInvitation due) {
        return Mono.defer(() -> {
            EmailAddress to = new EmailAddress(due.email());
            return templates
                    .render(due.reminder() ? "reminder" : "invitation", due.locale(), variables(due))
                    .map(mail -> new Letter(
                            InvitationBox.KIND,
                            due.id(),
                            due.personId(),
                            to,
                            (due.firstName() + " " + due.lastName()).strip(),
                            mail.subject(),
                            mail.text(),
                            mail.html(),
                            !due.reminder(),
                            due.messageKey(),
                            due.attempts() > 1));
        });
    }

    private Map<String, String> variables(DueInvitation due) {
        return Map.of(
                "first_name", due.firstName(),
                "organisation", due.organisation(),
                "link", baseUrl.link("invitation/" + due.token().text()),
                "message", message(due),
                "expires", expires(due),
                "courses", String.join(", ", due.courses()),
                "inviter", Objects.requireNonNullElse(due.inviter(), due.organisation()));
    }

    /** In the language of the mail, which is not that of everybody, and with the zone it is told in. */
    private static String expires(DueInvitation due) {
        Locale language = MailTemplates.spoken(due.locale());
        ZonedDateTime at = due.expiresAt().atZone(due.zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at)
                + " "
                + DateTimeFormatter.ofPattern("z", language).format(at);
    }

    /** What was written to everybody, and below it what was written to this person about a course. */
    private static String message(DueInvitation due) {
        return Stream.concat(Stream.of(due.message()), due.notes().stream())
                .map(words -> words.replace("\r\n", "\n").replace('\r', '\n').strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
