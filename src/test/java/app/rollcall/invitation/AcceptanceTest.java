package app.rollcall.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Directory;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.security.SignInAttempt;
import app.rollcall.security.SignIns;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RollcallTest
@ExtendWith(OutputCaptureExtension.class)
class AcceptanceTest {

    private static final String HERE = "192.0.2.7";
    private static final String PASSWORD = "seven quiet lanterns by the sea";

    @Autowired
    private TestDatabase database;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SignIns signIns;

    @Autowired
    private Directory directory;

    @Autowired
    private LiveEvents live;

    private final List<LiveEvent> announced = new CopyOnWriteArrayList<>();
    private final OneTimeToken token = OneTimeToken.mint();
    private Disposable feed;
    private Actor mira;
    private PersonId bea;

    @BeforeEach
    void somebodyInvited() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        bea = InvitedPeople.written(database, "bea@example.org", token);
        feed = live.of(LiveEvent.LearnersChanged.class).subscribe(announced::add);
    }

    @AfterEach
    void stopListening() {
        feed.dispose();
    }

    @Test
    @DisplayName("LS-02 Opening the link shows whom it is for, marks it opened, and accepts nothing")
    void open() {
        InvitationLink link = invitations.open(token, HERE).block();

        assertThat(link.state()).isEqualTo(LinkState.OPEN);
        assertThat(link.welcome().email()).isEqualTo("bea@example.org");
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("opened");
        assertThat(status()).isEqualTo("pending");
        assertThat(directory.rows(mira, List.of(bea)).block())
                .singleElement()
                .satisfies(row -> assertThat(row.invited().accepting()).isTrue());
    }

    @Test
    @DisplayName("LS-02 LV-02 Accepting makes an active learner with that password, and every screen is told")
    void accept() {
        database.run("UPDATE person SET first_name = 'Beatriz', locale = 'pt'");
        assertThat(invitations.accept(token, HERE, account()).block()).isEqualTo(bea);

        assertThat(status()).isEqualTo("active");
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("accepted");
        assertThat(database.text(
                        "SELECT first_name || ' ' || last_name || ' ' || locale || ' ' || time_zone FROM person WHERE id = ?",
                        bea.value()))
                .isEqualTo("Beatriz Carvalho de Europe/Lisbon");
        assertThat(signIns.signIn(new SignInAttempt("bea@example.org", PASSWORD, HERE))
                        .block())
                .satisfies(actor -> assertThat(actor.id()).isEqualTo(bea));
        long line = database.number("SELECT id FROM audit_entry WHERE verb = 'accepted'");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> announced.contains(new LiveEvent.LearnersChanged(List.of(bea.value()), line)));
        assertThat(directory.deed(mira, line).block().learner()).isEqualTo("Beatriz Carvalho");
    }

    @Test
    @DisplayName("OM-35 What was prepared for the person is theirs from then on")
    void preparedEnrolments() {
        long course = database.course("FIRE-2026", "Fire safety");
        database.run("INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)", bea.value(), course);
        assertThat(invitations.open(token, HERE).block().welcome().courses()).containsExactly("Fire safety");

        invitations.accept(token, HERE, account()).block();
        assertThat(
                        database.number(
                                "SELECT count(*) FROM enrolment e JOIN person p ON p.id = e.person_id WHERE p.status = 'active'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("Only what the person says otherwise than the file counts as set by hand")
    void provenance() {
        database.run(
                "UPDATE person SET first_name = 'Beatriz', last_name = 'C.', time_zone = 'Europe/Lisbon' WHERE id = ?",
                bea.value());
        invitations.accept(token, HERE, account()).block();
        assertThat(database.text("SELECT array_to_string(edited, ',') FROM person WHERE id = ?", bea.value()))
                .isEqualTo("last_name,locale");
    }

    @Test
    @DisplayName(
            "C5 Of twenty who accept one invitation at once, one has an account, the others hear that it is accepted")
    void twentyAtOnce() {
        List<Throwable> lost = Flux.range(0, 20)
                .flatMap(
                        n -> invitations
                                .accept(token, HERE, account())
                                .subscribeOn(Schedulers.parallel())
                                .then(Mono.<Throwable>empty())
                                .onErrorResume(Mono::just),
                        20)
                .collectList()
                .block();

        assertThat(lost)
                .hasSize(19)
                .allSatisfy(dead -> assertThat(dead)
                        .isInstanceOfSatisfying(
                                CannotAccept.class,
                                why -> assertThat(why.state()).isEqualTo(LinkState.ACCEPTED)));
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE verb = 'accepted'"))
                .isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM credential")).isEqualTo(1);
    }

    @Test
    @DisplayName("C6 Of accepting and removing at once exactly one wins, and the other is told so")
    void acceptOrRemove() {
        for (int round = 0; round < 10; round++) {
            OneTimeToken link = OneTimeToken.mint();
            PersonId person = InvitedPeople.written(database, "c6-" + round + "@example.org", link);
            List<Throwable> lost = Flux.just(
                            invitations.accept(link, HERE, account()).then(), invitations.remove(mira, person))
                    .flatMap(command -> command.subscribeOn(Schedulers.parallel())
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .block();

            boolean accepted =
                    database.number("SELECT count(*) FROM person WHERE id = ? AND status = 'active'", person.value())
                            == 1;
            assertThat(lost)
                    .singleElement()
                    .satisfies(failure -> assertThat(
                                    accepted
                                            ? ((CannotSend) failure).reason() == CannotSend.Reason.ACCEPTED
                                            : ((CannotAccept) failure).state() == LinkState.REVOKED)
                            .isTrue());
        }
    }

    @Test
    @DisplayName(
            "C7 Of accepting and sending again at once exactly one wins: the old link is dead, or there is nothing to send")
    void acceptOrResend() {
        for (int round = 0; round < 10; round++) {
            OneTimeToken link = OneTimeToken.mint();
            PersonId person = InvitedPeople.written(database, "c7-" + round + "@example.org", link);
            database.run(
                    "UPDATE invitation SET sent_at = now() - interval '2 days' WHERE person_id = ?", person.value());
            List<Throwable> lost = Flux.just(
                            invitations.accept(link, HERE, account()).then(), invitations.send(mira, person))
                    .flatMap(command -> command.subscribeOn(Schedulers.parallel())
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .block();
            assertThat(lost).hasSize(1);
            boolean active =
                    database.number("SELECT count(*) FROM person WHERE id = ? AND status = 'active'", person.value())
                            == 1;
            assertThat(InvitedPeople.state(database, person)).isEqualTo(active ? "accepted" : "queued");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, active, ACCEPTED",
        "expired, pending, EXPIRED",
        "revoked, pending, REVOKED",
        "superseded, pending, SUPERSEDED",
        "sent, disabled, DISABLED",
        "queued, disabled, DISABLED",
        "sent, active, ACCEPTED"
    })
    @DisplayName("LS-02 A dead link says what became of it, tells nothing else, and accepts nothing")
    void dead(String state, String status, LinkState link) {
        database.run("UPDATE invitation SET state = ?", state);
        database.run(
                "UPDATE person SET status = ?, status_before = CASE WHEN ? = 'disabled' THEN 'pending' END WHERE id = ?",
                status,
                status,
                bea.value());

        assertThat(invitations.open(token, HERE).block()).isEqualTo(new InvitationLink(link, null));
        assertThatThrownBy(() -> invitations.accept(token, HERE, account()).block())
                .isInstanceOfSatisfying(
                        CannotAccept.class, why -> assertThat(why.state()).isEqualTo(link));
        assertThat(status()).isEqualTo(status);
        assertThat(database.number("SELECT count(*) FROM credential")).isZero();
    }

    @Test
    @DisplayName("LS-02 A link is dead on the second it lapses, before anybody marked it")
    void lapsed() {
        database.run("UPDATE invitation SET expires_at = now() - interval '1 second'");
        assertThat(invitations.open(token, HERE).block().state()).isEqualTo(LinkState.EXPIRED);
        assertThatThrownBy(() -> invitations.accept(token, HERE, account()).block())
                .isInstanceOf(CannotAccept.class);
    }

    @Test
    @DisplayName("A link is good for the address it was mailed to, and for no other that the person has by now")
    void otherAddress() {
        database.run("UPDATE person SET email = 'beatriz@example.org' WHERE id = ?", bea.value());
        assertThat(invitations.open(token, HERE).block().state()).isEqualTo(LinkState.SUPERSEDED);
    }

    @Test
    @DisplayName("A link works although its sending was never confirmed, and although its bounce was heard of first")
    void arrivedAllTheSame() {
        for (String state : List.of("queued", "unconfirmed", "bounced")) {
            database.run("UPDATE invitation SET state = ?", state);
            assertThat(invitations.open(token, HERE).block().state()).isEqualTo(LinkState.OPEN);
        }
    }

    @Test
    @DisplayName("Who tries out links is slowed down, who follows good ones is not")
    void guessing() {
        for (int n = 0; n < 40; n++) {
            assertThat(invitations.open(token, "2001:db8::1").block().state()).isEqualTo(LinkState.OPEN);
        }
        for (int n = 0; n < 31; n++) {
            invitations.open(OneTimeToken.mint(), "2001:db8::1").block();
        }
        assertThat(invitations.open(OneTimeToken.mint(), "2001:db8::2").block().state())
                .isEqualTo(LinkState.THROTTLED);
        assertThat(invitations.open(OneTimeToken.mint(), "192.0.2.9").block().state())
                .isEqualTo(LinkState.UNKNOWN);
    }

    @Test
    @DisplayName("Tokens and passwords appear in no log and in no line of the audit")
    void secrets(CapturedOutput log) {
        invitations.open(token, HERE).block();
        invitations.accept(token, HERE, account()).block();
        assertThatThrownBy(() -> invitations.accept(token, HERE, account()).block())
                .hasMessageNotContaining(token.text());
        assertThat(log.getAll()).doesNotContain(token.text()).doesNotContain(PASSWORD);
        assertThat(account().toString() + token).doesNotContain(token.text()).doesNotContain(PASSWORD);
        assertThat(database.text("SELECT string_agg(details::text || verb, ' ') FROM audit_entry"))
                .doesNotContain(token.text());
    }

    private static NewAccount account() {
        return new NewAccount(
                "Beatriz", "Carvalho", Locale.GERMAN, ZoneId.of("Europe/Lisbon"), new NewPassword(PASSWORD));
    }

    private String status() {
        return database.text("SELECT status FROM person WHERE id = ?", bea.value());
    }
}
