package app.rollcall.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Directory;
import app.rollcall.learner.InvitationState;
import app.rollcall.learner.LearnerRow;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RollcallTest
class InvitationsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Directory directory;

    private final OneTimeToken token = OneTimeToken.mint();
    private Actor mira;
    private Actor tom;
    private PersonId bea;

    @BeforeEach
    void somebodyInvited() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        bea = InvitedPeople.written(database, "bea@example.org", token);
    }

    @Test
    @DisplayName("EG-07 C7 Within 24 hours of a mail there is no other, and it is said from when on there is")
    void tooSoon() {
        assertThatThrownBy(() -> invitations.send(mira, bea).block())
                .isInstanceOfSatisfying(CannotSend.class, cannot -> {
                    assertThat(cannot.reason()).isEqualTo(CannotSend.Reason.TOO_SOON);
                    assertThat(cannot.at()).isNotNull();
                });
        assertThat(database.number("SELECT count(*) FROM invitation")).isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
    }

    @Test
    @DisplayName("TI-15 C7 Sending again after that queues a reminder, and the old link is dead from then on")
    void again() {
        anHourAgoWasYesterday();
        invitations.send(mira, bea).block();

        assertThat(database.text("SELECT string_agg(kind || ' ' || state, ', ' ORDER BY id) FROM invitation"))
                .isEqualTo("invitation superseded, reminder queued");
        assertThat(verbs()).isEqualTo("resent");
        assertThat(invitations.open(token, "192.0.2.1").block().state()).isEqualTo(LinkState.SUPERSEDED);
        assertThatThrownBy(() -> invitations.send(mira, bea).block())
                .isInstanceOfSatisfying(
                        CannotSend.class, cannot -> assertThat(cannot.reason()).isEqualTo(CannotSend.Reason.QUEUED));
    }

    @Test
    @DisplayName(
            "TI-16 Who asks for a password within the day can be invited again, once; after that mail the day counts anew")
    void askedIn() {
        database.run("UPDATE person SET asked_in_at = now() WHERE id = ?", bea.value());
        assertThat(row().askedIn()).isNotNull();
        invitations.send(mira, bea).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");

        database.run("UPDATE invitation SET state = 'sent', sent_at = now() WHERE state = 'queued'");
        assertThat(row().askedIn()).as("the mail is the answer").isNull();
        assertThatThrownBy(() -> invitations.send(mira, bea).block())
                .isInstanceOfSatisfying(
                        CannotSend.class, cannot -> assertThat(cannot.reason()).isEqualTo(CannotSend.Reason.TOO_SOON));
    }

    @Test
    @DisplayName("TI-16 Whose invitation was removed, or never was, and who asks for a password is offered one")
    void askedInWithoutInvitation() {
        PersonId never = new PersonId(database.person("never@example.org", "", "", "pending", true));
        database.run("UPDATE invitation SET state = 'revoked', revoked_at = now()");
        database.run("UPDATE person SET asked_in_at = now() WHERE status = 'pending'");
        for (PersonId person : List.of(bea, never)) {
            invitations.send(mira, person).block();
            assertThat(InvitedPeople.state(database, person)).isEqualTo("queued");
        }
    }

    @Test
    @DisplayName("TI-15 F10 What bounced is sent again at once")
    void bouncedIsSentAtOnce() {
        database.run("UPDATE invitation SET state = 'bounced', sent_at = NULL");
        invitations.send(mira, bea).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");
    }

    @Test
    @DisplayName("F2 What is unconfirmed is sent again only by somebody who knows that it may have arrived")
    void unconfirmedIsNeverSentSilently() {
        database.run("UPDATE invitation SET state = 'unconfirmed', sent_at = NULL");
        assertThatThrownBy(() -> invitations.send(mira, bea).block())
                .isInstanceOfSatisfying(
                        CannotSend.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotSend.Reason.MAY_HAVE_ARRIVED));
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("unconfirmed");

        invitations.sendEvenTwice(mira, bea).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");
        assertThat(invitations.open(token, "192.0.2.1").block().state()).isEqualTo(LinkState.SUPERSEDED);
    }

    @Test
    @DisplayName("MA-11 What waits for later leaves now; who was never invited is invited")
    void laterAndNever() {
        PersonId later = InvitedPeople.queued(database, "later@example.org");
        database.run("UPDATE invitation SET send_after = 'infinity' WHERE person_id = ?", later.value());
        PersonId never = new PersonId(database.person("never@example.org", "", "", "pending", true));

        invitations.send(mira, later).block();
        invitations.send(mira, never).block();

        assertThat(database.number("SELECT count(*) FROM invitation WHERE state = 'queued' AND send_after IS NULL"))
                .isEqualTo(2);
        assertThat(verbs()).isEqualTo("invited,invited");
    }

    @Test
    @DisplayName("OM-27 OM-28 Removing kills the link at once; who was only invited is gone, the history is kept")
    void remove() {
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                bea.value(),
                database.course("FIRE-2026", "Fire safety"));
        invitations.remove(mira, bea).block();

        assertThat(invitations.open(token, "192.0.2.1").block().state()).isEqualTo(LinkState.REVOKED);
        assertThat(directory.rows(mira, List.of(bea)).block()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM enrolment")).isZero();
        assertThat(
                        database.text(
                                "SELECT state || ' ' || (revoked_at IS NOT NULL) || ' ' || coalesce(sent_to, 'nobody') FROM invitation"))
                .isEqualTo("revoked true nobody");
        assertThat(verbs()).isEqualTo("invitation_removed");
    }

    @Test
    @DisplayName("C7 OM-28 Who is invited again after that has a new row, with what was before in its history")
    void invitedAgain() {
        invitations.remove(mira, bea).block();
        PersonId again = InvitedPeople.queued(database, "Bea@example.org");

        assertThat(invitations.history(tom, again).block())
                .extracting(PastInvitation::state)
                .containsExactly(InvitationState.QUEUED, InvitationState.REVOKED);
        assertThat(invitations.history(tom, again).block().getLast().endedBy()).isEqualTo("Mira Solberg");
        assertThat(invitations.open(token, "192.0.2.1").block().state()).isEqualTo(LinkState.REVOKED);
    }

    @Test
    @DisplayName("OM-27 Who has a history of learning is not removed with the invitation, and can be invited anew")
    void moreThanInvited() {
        database.run(
                "INSERT INTO enrolment (person_id, course_id, completion) VALUES (?, ?, 'completed')",
                bea.value(),
                database.course("FIRE-2026", "Fire safety"));
        invitations.remove(mira, bea).block();

        assertThat(directory.rows(mira, List.of(bea)).block())
                .singleElement()
                .satisfies(row -> assertThat(row.invited()).isNull());
        invitations.send(mira, bea).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "paused", "disabled"})
    @DisplayName("OM-27 TI-15 Nobody but the pending is invited, and nothing is mailed to the disabled")
    void onlyThePending(String status) {
        PersonId other = new PersonId(database.person("o@example.org", "O", "O", status, true));
        CannotSend.Reason reason = status.equals("disabled") ? CannotSend.Reason.DISABLED : CannotSend.Reason.ACCEPTED;

        for (Mono<Void> command : List.of(invitations.send(mira, other), invitations.remove(mira, other))) {
            assertThatThrownBy(command::block)
                    .isInstanceOfSatisfying(
                            CannotSend.class,
                            cannot -> assertThat(cannot.reason()).isEqualTo(reason));
        }
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
    }

    @Test
    @DisplayName("C9 Of several who send again at once one does, the others are told that it waits already")
    void oneReminder() {
        anHourAgoWasYesterday();
        List<Throwable> lost = Flux.range(0, 8)
                .flatMap(n -> invitations
                        .send(n % 2 == 0 ? mira : tom, bea)
                        .subscribeOn(Schedulers.parallel())
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just))
                .collectList()
                .block();

        assertThat(lost)
                .hasSize(7)
                .allSatisfy(cannot -> assertThat(cannot)
                        .isInstanceOfSatisfying(
                                CannotSend.class,
                                why -> assertThat(why.reason()).isEqualTo(CannotSend.Reason.QUEUED)));
        assertThat(database.number("SELECT count(*) FROM invitation")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("RL Owner, admin and customer service may send and remove invitations, no other role")
    void roles(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        anHourAgoWasYesterday();
        if (Stream.of(Role.OWNER, Role.ADMIN, Role.CUSTOMER_SERVICE).anyMatch(role::equals)) {
            invitations.send(actor, bea).block();
            assertThat(invitations.history(actor, bea).block()).hasSize(2);
            invitations.remove(actor, bea).block();
            assertThat(verbs()).isEqualTo("resent,invitation_removed");
        } else {
            for (Mono<?> command : List.of(
                    invitations.send(actor, bea),
                    invitations.sendEvenTwice(actor, bea),
                    invitations.remove(actor, bea),
                    invitations.history(actor, bea))) {
                assertThatThrownBy(command::block).isInstanceOf(Refused.class);
            }
            assertThat(InvitedPeople.state(database, bea)).isEqualTo("sent");
        }
    }

    private LearnerRow row() {
        return directory.rows(mira, List.of(bea)).block().getFirst();
    }

    private void anHourAgoWasYesterday() {
        database.run("UPDATE invitation SET sent_at = now() - interval '25 hours'");
    }

    private String verbs() {
        return database.text("SELECT string_agg(verb, ',' ORDER BY id) FROM audit_entry");
    }
}
