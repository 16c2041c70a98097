package app.rollcall.invitation;

import app.rollcall.mail.BaseUrl;
import app.rollcall.mail.Letter;
import app.rollcall.mail.MailTemplates;
import app.rollcall.security.EmailAddress;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import java.util.Objects;
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
                "message", due.message(),
                "expires",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(due.locale())
                                .format(due.expiresAt().atZone(due.zone())),
                "courses", String.join(", ", due.courses()),
                "inviter", Objects.requireNonNullElse(due.inviter(), due.organisation()));
    }
}
