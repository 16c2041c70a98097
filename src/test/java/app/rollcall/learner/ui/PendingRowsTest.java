package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.invitation.Invitations;
import app.rollcall.invitation.InvitedPeople;
import app.rollcall.invitation.NewAccount;
import app.rollcall.invitation.ui.PendingPanel;
import app.rollcall.learner.LearnerRow;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.ForgottenPasswords;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the directory shows of those who are invited, and offers about them. */
@RollcallTest
class PendingRowsTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Invitations invitations;

    @Autowired
    private ForgottenPasswords forgotten;

    private Actor mira;

    @BeforeEach
    void aDirectory() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.learner("amara@example.org", "Amara", "Okafor");
        database.person("bram@example.org", "Bram", "de Vries", "paused", true);
        long invited = database.person("chiara@example.org", "Chiara", "Russo", "pending", true);
        database.run(
                "INSERT INTO invitation (person_id, invited_by) VALUES (?, ?)",
                invited,
                mira.id().value());
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName(
            "OM-27 TI-15 The menu of a pending row sends, tells the history and removes, as far as each can be done")
    void pendingMenu() {
        show();
        assertThat(items(2))
                .containsExactly("send-invitation off", "invitation-history", "add-categories", "remove-invitation");

        database.run("UPDATE invitation SET state = 'sent', sent_at = now() - interval '23 hours'");
        reopen();
        assertThat(items(2)).containsExactly("resend off", "invitation-history", "add-categories", "remove-invitation");
        assertThat(DrawnRows.menu(2).getFirst().getElement().getOuterHTML()).contains("Resend Invitation in {0}");

        database.run("UPDATE invitation SET sent_at = now() - interval '25 hours'");
        reopen();
        assertThat(items(2)).containsExactly("resend", "invitation-history", "add-categories", "remove-invitation");

        database.run("DELETE FROM invitation");
        reopen();
        assertThat(items(2)).containsExactly("send-invitation", "invitation-history", "add-categories");
    }

    @Test
    @DisplayName("OM-18, OM-19 A pending row, clicked, opens no profile: the directory stays as it is")
    void opensNoProfile() {
        show();
        GridKt._clickItem(LocatorJ._get(LearnerGrid.class), 2);

        LocatorJ._assertOne(LearnersView.class);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("management/members/learners");
        LocatorJ._assertNone(Dialog.class);
    }

    @Test
    @DisplayName("C3 The badge says where the invitation stands, and that somebody is accepting it this moment")
    void invitationBadges() {
        show();
        assertThat(cell(2, "status")).startsWith("Invitation queued");
        database.run("UPDATE invitation SET state = 'opened', opened_at = now()");
        reopen();
        assertThat(cell(2, "status")).startsWith("Accepting now");
        database.run("UPDATE invitation SET opened_at = now() - interval '1 hour'");
        reopen();
        assertThat(cell(2, "status")).startsWith("Invitation opened");
        database.run(
                "UPDATE invitation SET state = 'bounced', bounced_at = now(), bounce_reason = '550 No such mailbox'");
        reopen();
        assertThat(cell(2, "status")).startsWith("Invitation bounced");
    }

    @Test
    @DisplayName("EG-06 Under Pending stand email, status, date added and the reminder, which one press sends")
    void pendingColumns() {
        database.run("UPDATE invitation SET state = 'sent', sent_at = now() - interval '25 hours'");
        database.run("UPDATE person SET created_at = now() - interval '3 minutes' WHERE status = 'pending'");
        open(mira, "status=pending");
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(columns()).containsExactly("Email", "Invited", "Status", "Date added", "Reminder", "Actions");
        assertThat(cell(0, "name")).endsWith("chiara@example.org");
        assertThat(cell(0, "status")).startsWith("Invitation sent");
        assertThat(cell(0, "added")).isEqualTo("3 min ago");

        assertThat(DrawnRows.drawn(0, "remind"))
                .isInstanceOfSatisfying(
                        LearnerCell.Reminder.class,
                        sends -> assertThat(sends.label())
                                .startsWith("Send reminder")
                                .endsWith("chiara@example.org"));
        grid().controls().remind(GridKt._get(grid(), 0));
        until(() -> assertThat(database.number("SELECT count(*) FROM invitation WHERE kind = 'reminder'"))
                .isEqualTo(1));
        until(() -> assertThat(cell(0, "remind")).isEqualTo("Waits to be sent"));

        UI.getCurrent().navigate("management/members/learners", QueryParameters.empty());
        assertThat(columns())
                .containsExactly(
                        "Name", "Email", "Categories", "Courses", "Products", "Last login", "Status", "Actions");
    }

    @Test
    @DisplayName("EG-07 Within a day of the last mail the time that is left stands in the reminder's place")
    void reminderWaits() {
        database.run("UPDATE invitation SET state = 'sent', sent_at = now() - interval '23 hours'");
        open(mira, "status=pending");
        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(DrawnRows.drawn(0, "remind")).isInstanceOfSatisfying(LearnerCell.Reminder.class, waits -> {
            assertThat(waits.text()).isEqualTo("Again in {0}");
            assertThat(waits.left()).isBetween(3_500L, 3_600L);
            assertThat(waits.label()).isEmpty();
        });
        grid().controls().remind(GridKt._get(grid(), 0));
        assertThat(database.number("SELECT count(*) FROM invitation")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "TI-16 That somebody pending asks for a password shows on the open screen, and the reminder is there at once")
    void askedIn() {
        database.run("UPDATE invitation SET state = 'sent', sent_at = now() - interval '1 hour'");
        show();
        assertThat(items(2)).first().isEqualTo("resend off");

        forgotten.ask("chiara@example.org", "192.0.2.1").block();
        until(() -> assertThat(cell(2, "email")).isEqualTo("Asked to get in, just now"));
        assertThat(items(2)).first().isEqualTo("resend");
        choose(2, "resend");
        until(() -> assertThat(database.number("SELECT count(*) FROM invitation WHERE state = 'queued'"))
                .isEqualTo(1));
    }

    @Test
    @DisplayName("F2 What is unconfirmed is sent again only after a yes to two mails")
    void unconfirmedAsks() {
        database.run("UPDATE invitation SET state = 'unconfirmed', unconfirmed_at = now()");
        show();
        choose(2, "resend");
        ConfirmDialogKt._fireCancel(LocatorJ._get(ConfirmDialog.class));
        assertThat(database.number("SELECT count(*) FROM invitation")).isEqualTo(1);
        choose(2, "resend");
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(database.number("SELECT count(*) FROM invitation WHERE state = 'queued'"))
                .isEqualTo(1));
    }

    @Test
    @DisplayName("OM-19 Choosing a row of somebody who is only invited opens nothing")
    void noProfile() {
        open(mira, "status=pending");
        until(() -> assertThat(count()).isEqualTo("1"));
        GridKt._clickItem(LocatorJ._get(LearnerGrid.class), 0);
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("management/members/learners");
        assertThat(LocatorJ._find(Dialog.class)).isEmpty();
        assertThat(DrawnRows.drawn(0, "name"))
                .isInstanceOfSatisfying(
                        LearnerCell.Who.class, who -> assertThat(who.path()).isNull());
    }

    @Test
    @DisplayName("OM-27 Removing an invitation asks first; Keep it does nothing, yes removes the row")
    void removeInvitation() {
        show();
        choose(2, "remove-invitation");
        ConfirmDialogKt._fireCancel(LocatorJ._get(ConfirmDialog.class));
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();

        choose(2, "remove-invitation");
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(count()).isEqualTo("2"));
        assertThat(names()).containsExactly("Amara Okafor", "Bram de Vries");
    }

    @Test
    @DisplayName("The history of an invitation is told step by step, each with its time")
    void invitationHistory() {
        database.run("UPDATE invitation SET state = 'opened', sent_at = now(), opened_at = now()");
        show();
        choose(2, "invitation-history");
        until(() -> assertThat(text(LocatorJ._get(InvitationHistoryDialog.class)))
                .contains("Invitation by Mira Solberg", "Queued", "Sent", "Opened"));
    }

    @Test
    @DisplayName("LV-02 Who accepts turns active where the row stands, and everybody who watches is told in passing")
    void accepted() {
        OneTimeToken token = OneTimeToken.mint();
        InvitedPeople.written(database, "zoe@example.org", token);
        open(mira, "");
        until(() -> assertThat(count()).isEqualTo("4"));
        invitations
                .accept(
                        token,
                        "192.0.2.1",
                        new NewAccount(
                                "Zoe",
                                "Zander",
                                Locale.ENGLISH,
                                ZoneOffset.UTC,
                                new NewPassword("seven quiet lanterns by the sea")))
                .block();
        until(() -> assertThat(LocatorJ._find(Notification.class).stream().map(TestScreen::text))
                .anyMatch(words -> words.contains("Zoe Zander accepted the invitation")));
        assertThat(names()).contains("Zoe Zander");
    }

    @Test
    @DisplayName("OM-53 Above the pending stands what waits to be sent, and one press sends it")
    void waiting() {
        database.run("UPDATE invitation SET send_after = 'infinity'");
        open(mira, "status=pending");
        until(() -> assertThat(text(LocatorJ._get(PendingPanel.class))).contains("1 invitation waits to be sent"));
        LocatorJ._click(
                LocatorJ._find(LocatorJ._get(PendingPanel.class), Button.class).getFirst());
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(database.number("SELECT count(*) FROM invitation WHERE send_after IS NULL"))
                .isEqualTo(1));
        until(() -> assertThat(text(LocatorJ._get(PendingPanel.class))).doesNotContain("waits"));
    }

    private void show() {
        open(mira, "");
        until(() -> assertThat(count()).isEqualTo("3"));
    }

    private void reopen() {
        TestScreen.close();
        show();
    }

    private void open(Actor actor, String query) {
        TestScreen.open(application, actor, LearnersView.class);
        UI.getCurrent().navigate("management/members/learners", QueryParameters.fromString(query));
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }

    private static List<String> columns() {
        return LocatorJ._get(LearnerGrid.class).getColumns().stream()
                .filter(Component::isVisible)
                .map(column ->
                        column.getHeaderText() == null ? text(column.getHeaderComponent()) : column.getHeaderText())
                .toList();
    }

    private static String cell(int row, String column) {
        return DrawnRows.cell(row, column);
    }

    private static LearnerGrid grid() {
        return DrawnRows.grid();
    }

    private static List<String> names() {
        return GridKt._findAll(LocatorJ._get(LearnerGrid.class)).stream()
                .map(LearnerRow::name)
                .toList();
    }

    /** What the menu of a row offers; off is what cannot be chosen now. */
    private static List<String> items(int row) {
        return DrawnRows.menu(row).stream()
                .map(item -> item.getId().orElseThrow() + (item.isEnabled() ? "" : " off"))
                .toList();
    }

    private static void choose(int row, String id) {
        DrawnRows.choose(row, id);
    }
}
