package app.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What failed, and is sent again by somebody's hand. */
class SendAgainTest extends MailScene {

    @Autowired
    private MailPost post;

    private Actor mira;

    @BeforeEach
    void mira() {
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @Test
    @DisplayName(
            "F10 What was refused is listed with the server's words, and sent again once it is asked for: as a mail of its own")
    void refused() {
        long id = failed(database, "failed", "550 No such mailbox");
        String key = database.text("SELECT message_key FROM mail WHERE id = ?", id);
        FailedLetter letter = only();
        assertThat(letter.to()).isEqualTo("amara@example.org");
        assertThat(letter.reason()).isEqualTo("550 No such mailbox");
        assertThat(letter.unconfirmed()).isFalse();

        post.sendAgain(mira, letter, false).block();

        assertThat(state(id)).isEqualTo("queued");
        assertThat(database.text("SELECT message_key FROM mail WHERE id = ?", id))
                .isNotEqualTo(key);
        assertThat(database.text("SELECT verb || ' ' || subject_kind FROM audit_entry ORDER BY id DESC LIMIT 1"))
                .isEqualTo("resent person");
        assertThat(box.take(10).block()).as("the link's life begins anew").hasSize(1);
    }

    @Test
    @DisplayName("F2 What is unconfirmed is not sent again by somebody who does not know that it may have arrived")
    void unconfirmed() {
        long id = failed(database, "unconfirmed", "");
        cannot(
                CannotSendAgain.Reason.MAY_HAVE_ARRIVED,
                () -> post.sendAgain(mira, only(), false).block());
        assertThat(state(id)).isEqualTo("unconfirmed");
        post.sendAgain(mira, only(), true).block();
        assertThat(state(id)).isEqualTo("queued");
    }

    @Test
    @DisplayName("C9 Who presses second is told that it is done, and one mail leaves; who was disabled gets none")
    void second() {
        failed(database, "failed", "550");
        FailedLetter letter = only();
        post.sendAgain(mira, letter, false).block();
        cannot(
                CannotSendAgain.Reason.MOVED,
                () -> post.sendAgain(mira, letter, true).block());
        assertThat(box.take(10).block()).hasSize(1);

        database.run("UPDATE mail SET state = 'failed', lease_until = NULL");
        database.run(
                "UPDATE person SET status = 'disabled', status_before = 'active' WHERE email = 'amara@example.org'");
        cannot(
                CannotSendAgain.Reason.MOVED,
                () -> post.sendAgain(mira, letter, true).block());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("RL Owner and admin see what failed and send it again, no other role")
    void roles(Role role) {
        failed(database, "failed", "550");
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        FailedLetter letter = only();
        if (List.of(Role.OWNER, Role.ADMIN).contains(role)) {
            assertThat(post.failed(actor, 10).block()).hasSize(1);
            post.sendAgain(actor, letter, false).block();
        } else {
            assertThatThrownBy(() -> post.failed(actor, 10).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> post.sendAgain(actor, letter, false).block())
                    .isInstanceOf(Refused.class);
            assertThat(database.text("SELECT state FROM mail")).isEqualTo("failed");
        }
    }

    /** A mail to Amara that was asked for two days ago. */
    private long failed(TestDatabase database, String state, String error) {
        long id = forgot("amara@example.org", "Amara");
        database.run(
                "UPDATE mail SET state = ?, last_error = nullif(?, ''), failed_at = now(), created_at = now() - interval '2 days' WHERE id = ?",
                state,
                error,
                id);
        return id;
    }

    private FailedLetter only() {
        List<FailedLetter> failed = post.failed(mira, 10).block();
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }

    private static void cannot(CannotSendAgain.Reason reason, ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        CannotSendAgain.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(reason));
    }
}
