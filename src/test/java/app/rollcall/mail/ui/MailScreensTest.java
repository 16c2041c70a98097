package app.rollcall.mail.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.mail.CaughtMail;
import app.rollcall.mail.MailKind;
import app.rollcall.mail.MailPost;
import app.rollcall.mail.MailTemplates;
import app.rollcall.mail.TemplateOvertaken;
import app.rollcall.mail.TemplateText;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import app.rollcall.ui.Moments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class MailScreensTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private MailTemplates templates;

    @Autowired
    private MailPost post;

    @Autowired
    private LiveEvents live;

    private Actor mira;

    @BeforeEach
    void mira() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("A template is shown with its preview, saved with its variables checked, and used from then on")
    void saved() {
        openSettings();
        until(() -> assertThat(subject().getValue()).contains("{organisation}"));
        IFrame frame = LocatorJ._get(IFrame.class);
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getElement().getAttribute("srcdoc")).contains("Amara").doesNotContain("{first_name}");

        LocatorJ._setValue(area("template-text"), "Hello {nickname} {link}");
        LocatorJ._click(button("save-template"));
        assertThat(area("template-text").isInvalid()).isTrue();
        assertThat(area("template-text").getErrorMessage()).contains("nickname");
        assertThat(database.number("SELECT count(*) FROM mail_template")).isZero();

        LocatorJ._setValue(area("template-text"), "Hello {first_name} {link}");
        LocatorJ._click(button("save-template"));
        until(() -> assertThat(database.number("SELECT count(*) FROM mail_template"))
                .isEqualTo(1));
        assertThat(templates
                        .render("invitation", Locale.ENGLISH, Map.of("first_name", "Ann", "link", "L"))
                        .block()
                        .text())
                .isEqualTo("Hello Ann L\n");
        assertThat(database.text("SELECT details ->> 'template' FROM audit_entry WHERE verb = 'template_changed'"))
                .isEqualTo("invitation");

        until(() -> assertThat(button("restore-template").isEnabled()).isTrue());
        LocatorJ._click(button("restore-template"));
        until(() -> assertThat(database.number("SELECT count(*) FROM mail_template"))
                .isZero());
    }

    @Test
    @DisplayName("Of two admins who save the same text, the second is told and overwrites nothing")
    void overtaken() {
        TemplateText mine =
                templates.find(mira, MailKind.MESSAGE, Locale.ENGLISH).block();
        templates.save(mira, Locale.ENGLISH, mine).block();
        assertThatThrownBy(() -> templates.save(mira, Locale.ENGLISH, mine).block())
                .isInstanceOf(TemplateOvertaken.class);
        assertThat(database.number("SELECT version FROM mail_template")).isEqualTo(1);
    }

    @Test
    @DisplayName("How mail fares is on the screen, and follows it; without a server it says so")
    void health() {
        openSettings();
        until(() -> assertThat(text(LocatorJ._get(HealthCard.class))).contains("No mail server is set"));
        database.run("INSERT INTO mail (kind, recipient) VALUES ('message', 'a@example.org')");
        database.run("""
                INSERT INTO mail (kind, recipient, state, last_error, failed_at)
                VALUES ('message', 'a@example.org', 'failed', '550 mailbox unavailable', now())""");
        live.publish(new LiveEvent.MailChanged()).block();
        until(() -> assertThat(text(LocatorJ._get(HealthCard.class)))
                .contains("Queued1", "Failed1", "550 mailbox unavailable"));
    }

    @Test
    @DisplayName("F2 F10 What failed is listed with why; one press sends it again, an unconfirmed one asks first")
    void failed() {
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        database.run("""
                INSERT INTO mail (kind, person_id, recipient, state, last_error, failed_at)
                VALUES ('message', ?, 'amara@example.org', 'failed', '550 mailbox unavailable', now())""", amara);
        openSettings();
        until(() -> assertThat(text(LocatorJ._get(FailedMails.class)))
                .contains("amara@example.org", "Message", "Refused", "550 mailbox unavailable"));
        LocatorJ._click(LocatorJ._get(LocatorJ._get(FailedMails.class), Button.class));
        until(() -> assertThat(database.text("SELECT state FROM mail")).isEqualTo("queued"));
        until(() -> assertThat(LocatorJ._find(FailedMails.class)).isEmpty());

        database.run("UPDATE mail SET state = 'unconfirmed', failed_at = now()");
        live.publish(new LiveEvent.MailChanged()).block();
        until(() -> assertThat(text(LocatorJ._get(FailedMails.class))).contains("Unconfirmed", "may have arrived"));
        LocatorJ._click(LocatorJ._get(LocatorJ._get(FailedMails.class), Button.class));
        assertThat(database.text("SELECT state FROM mail")).isEqualTo("unconfirmed");
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(database.text("SELECT state FROM mail")).isEqualTo("queued"));
    }

    @Test
    @DisplayName("RL Settings are for owners and admins; customer service is refused at the door, too")
    void refused() {
        Actor ida = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        assertThatThrownBy(() -> post.health(ida).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        templates.find(ida, MailKind.MESSAGE, Locale.ENGLISH).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        templates.restore(ida, MailKind.MESSAGE, Locale.ENGLISH).block())
                .isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("A caught mail shows its text as text, with the links that are in it")
    void card() {
        TestScreen.open(application, mira);
        Moments moments = Moments.of(UI.getCurrent(), Instant.EPOCH);
        MailCard card = new MailCard(
                new CaughtMail(
                        7,
                        "reset_password",
                        "amara@example.org",
                        "Amara <b>",
                        "New password",
                        "Open\n\nhttps://x.example.org/new_password?token=abc\n\njavascript:alert(1) <i>",
                        Instant.EPOCH),
                moments,
                true);
        UI.getCurrent().add(card);
        assertThat(card.getElement().getAttribute("data-mail")).isEqualTo("7");
        List<Anchor> links = LocatorJ._find(card, Anchor.class);
        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.getHref()).isEqualTo("https://x.example.org/new_password?token=abc");
            assertThat(link.getElement().hasAttribute("data-link")).isTrue();
        });
        assertThat(text(card)).contains("javascript:alert(1) <i>", "Amara <b>");
    }

    private void openSettings() {
        TestScreen.open(application, mira, MailSettingsView.class);
        UI.getCurrent().navigate(MailSettingsView.class);
    }

    private static TextField subject() {
        return LocatorJ._get(TextField.class, spec -> spec.withId("template-subject"));
    }

    private static TextArea area(String id) {
        return LocatorJ._get(TextArea.class, spec -> spec.withId(id));
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }
}
