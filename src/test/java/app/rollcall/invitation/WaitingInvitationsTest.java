package app.rollcall.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class WaitingInvitationsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private WaitingInvitations waiting;

    @Autowired
    private Expiry expiry;

    private Actor mira;

    @BeforeEach
    void anAdmin() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @Test
    @DisplayName("OM-53 Invitations that an import left for later are counted, and leave on a date or now")
    void batches() {
        long spring = database.id(
                "INSERT INTO job (kind, title, state, step, total) VALUES ('import', 'spring.csv', 'completed', 'applying', 3) RETURNING id");
        later(spring, "a");
        later(spring, "b");
        later(null, "c");
        InvitedPeople.queued(database, "due@example.org");

        assertThat(waiting.find(mira).block().batches())
                .containsExactly(
                        new WaitingBatch(spring, "spring.csv", 2, null), new WaitingBatch(null, null, 1, null));
        Instant date = Instant.parse("2099-01-05T08:00:00Z");
        assertThat(waiting.sendBatch(mira, spring, date).block()).isEqualTo(2);
        assertThat(waiting.find(mira).block().batches().getFirst())
                .isEqualTo(new WaitingBatch(spring, "spring.csv", 2, date));
        assertThat(waiting.sendBatch(mira, spring, null).block()).isEqualTo(2);
        assertThat(waiting.sendBatch(mira, null, null).block()).isEqualTo(1);
        assertThat(waiting.find(mira).block().batches()).isEmpty();
        assertThat(waiting.sendBatch(mira, spring, null).block()).isZero();
        assertThat(database.text("SELECT string_agg(verb || ' ' || subject_count, ',' ORDER BY id) FROM audit_entry"))
                .isEqualTo("released 2,released 2,released 1");
    }

    @Test
    @DisplayName("Invitations expire by PostgreSQL's clock, those that have left and are not accepted")
    void expire() {
        PersonId over = sent("over", "sent", Duration.ofDays(-1));
        PersonId opened = sent("opened", "opened", Duration.ofSeconds(-1));
        PersonId good = sent("good", "sent", Duration.ofDays(1));
        PersonId bounced = sent("bounced", "bounced", Duration.ofDays(-1));

        expiry.expire().block();

        assertThat(InvitedPeople.state(database, over)).isEqualTo("expired");
        assertThat(InvitedPeople.state(database, opened)).isEqualTo("expired");
        assertThat(InvitedPeople.state(database, good)).isEqualTo("sent");
        assertThat(InvitedPeople.state(database, bounced)).isEqualTo("bounced");
        assertThat(database.text("SELECT verb || ' ' || subject_count || ' ' || (actor_id IS NULL) FROM audit_entry"))
                .isEqualTo("expired 2 true");
    }

    @Test
    @DisplayName(
            "All that have expired are sent again at once, each as a reminder, but for who was written to within 24 hours")
    void resendExpired() {
        PersonId old = sent("old", "expired", Duration.ofDays(-1));
        PersonId fresh = sent("fresh", "expired", Duration.ofMinutes(-1));
        database.run("UPDATE invitation SET sent_at = now() - interval '15 days' WHERE person_id = ?", old.value());
        PersonId disabled = sent("disabled", "expired", Duration.ofDays(-1));
        database.run(
                "UPDATE invitation SET sent_at = now() - interval '15 days' WHERE person_id = ?", disabled.value());
        database.run("UPDATE person SET status = 'disabled', status_before = 'pending' WHERE id = ?", disabled.value());

        assertThat(waiting.find(mira).block().resendable()).isEqualTo(1);
        assertThat(waiting.resendExpired(mira).block()).isEqualTo(1);
        assertThat(InvitedPeople.state(database, old)).isEqualTo("queued");
        assertThat(InvitedPeople.state(database, fresh)).isEqualTo("expired");
        assertThat(InvitedPeople.state(database, disabled)).isEqualTo("expired");
        assertThat(waiting.resendExpired(mira).block()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who may not manage users sees and sends none of them")
    void roles(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        assertThatThrownBy(() -> waiting.find(actor).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> waiting.sendBatch(actor, null, null).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> waiting.resendExpired(actor).block()).isInstanceOf(Refused.class);
    }

    private void later(Long batch, String name) {
        PersonId person = InvitedPeople.queued(database, name + "@example.org");
        database.run(
                "UPDATE invitation SET send_after = 'infinity', batch = ? WHERE person_id = ?", batch, person.value());
    }

    private PersonId sent(String name, String state, Duration left) {
        PersonId person = new PersonId(database.person(name + "@example.org", "", "", "pending", true));
        InvitedPeople.invitation(database, person, state, OneTimeToken.mint(), "1 hour", left.toSeconds() + " seconds");
        return person;
    }
}
