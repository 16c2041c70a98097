package app.rollcall.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.mail.BoxCounts;
import app.rollcall.mail.CannotSendAgain;
import app.rollcall.mail.FailedLetter;
import app.rollcall.mail.Letter;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@RollcallTest
class InvitationBoxTest {

    private static final Pattern LINK = Pattern.compile("/invitation/([A-Za-z0-9_-]{43})");

    @Autowired
    private TestDatabase database;

    @Autowired
    private InvitationBox box;

    @Autowired
    private Invitations invitations;

    private PersonId bea;

    @BeforeEach
    void somebodyQueued() {
        database.reset();
        database.run("INSERT INTO organisation (name) VALUES ('Meridian Academy')");
        bea = InvitedPeople.queued(database, "bea@example.org");
    }

    @Test
    @DisplayName("LS-02 A queued invitation is claimed with a link of its own, of which only the hash is kept")
    void take() {
        Letter letter = only(box.take(10).block());

        assertThat(letter.to().value()).isEqualTo("bea@example.org");
        OneTimeToken token = token(letter);
        assertThat(database.text("SELECT encode(token_hash, 'hex') FROM invitation"))
                .isEqualTo(java.util.HexFormat.of().formatHex(token.hash()));
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");
        assertThat(box.take(10).block()).as("it is being handed over").isEmpty();
        assertThat(invitations.open(token, "192.0.2.1").block().state()).isEqualTo(LinkState.OPEN);
    }

    @Test
    @DisplayName("LS-02 Sent is sent: with its time, a life that begins then, and nothing more to take")
    void sent() {
        box.sent(only(box.take(10).block())).block();

        assertThat(InvitedPeople.state(database, bea)).isEqualTo("sent");
        assertThat(
                        database.text(
                                "SELECT sent_at IS NOT NULL AND leased_until IS NULL AND expires_at > now() + interval '13 days' FROM invitation"))
                .isEqualTo("t");
        assertThat(box.take(10).block()).isEmpty();
        assertThat(box.counts().block()).isEqualTo(new BoxCounts(0, 0, 1, 0, null, null));
    }

    @Test
    @DisplayName("A life that an import chose begins when the mail leaves, and a reminder has the same")
    void life() {
        database.run(
                "UPDATE invitation SET queued_at = now() - interval '9 days', expires_at = now() - interval '2 days'");
        box.sent(only(box.take(10).block())).block();
        assertThat(database.text("SELECT round(extract(epoch FROM expires_at - now()) / 86400) FROM invitation"))
                .isEqualTo("7");
    }

    @Test
    @DisplayName("A date is told in the language of the mail, with its time zone, also to who reads another language")
    void dates() {
        database.run("UPDATE person SET locale = 'fr', time_zone = 'Europe/Paris'");
        database.run("UPDATE organisation SET time_zone = 'UTC'");
        assertThat(only(box.take(10).block()).text())
                .containsPattern("until [A-Z][a-z]+ \\d+, \\d{4}, \\d+:\\d\\d\\h[AP]M CES?T");
    }

    @Test
    @DisplayName("F10 A refusal for good is shown with its words and never tried again by itself")
    void bounced() {
        box.bounced(only(box.take(10).block()), "550 5.1.1 No such mailbox").block();

        assertThat(InvitedPeople.state(database, bea)).isEqualTo("bounced");
        assertThat(database.text("SELECT bounce_reason FROM invitation")).isEqualTo("550 5.1.1 No such mailbox");
        assertThat(box.take(10).block()).isEmpty();
        assertThat(box.counts().block().failed()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "F10 A mail that is put off goes back to the queue, and leaves under the same Message-ID with a new link")
    void later() {
        Letter first = only(box.take(10).block());
        box.later(first, "451 4.7.1 Greylisted", Duration.ofMinutes(1)).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("queued");
        assertThat(box.take(10).block()).isEmpty();
        assertThat(box.counts().block().lastError()).isEqualTo("451 4.7.1 Greylisted");

        database.run("UPDATE invitation SET send_after = now()");
        Letter second = only(box.take(10).block());
        assertThat(second.messageKey()).isEqualTo(first.messageKey());
        assertThat(token(second)).isNotEqualTo(token(first));
    }

    @Test
    @DisplayName(
            "F2 Who was cut off in the hand-over is unconfirmed: shown, not sent again, and the link works if it arrived")
    void unconfirmed() {
        Letter letter = only(box.take(10).block());
        assertThat(box.sweepUnconfirmed().block()).isZero();
        database.run("UPDATE invitation SET leased_until = now() - interval '1 second'");

        assertThat(box.sweepUnconfirmed().block()).isEqualTo(1);
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("unconfirmed");
        assertThat(box.take(10).block()).isEmpty();
        assertThat(invitations.open(token(letter), "192.0.2.1").block().state()).isEqualTo(LinkState.OPEN);
    }

    @Test
    @DisplayName("An answer that comes late is still the truth, and does not bring back what was opened or taken back")
    void lateAnswer() {
        Letter letter = only(box.take(10).block());
        database.run("UPDATE invitation SET state = 'unconfirmed', leased_until = NULL");
        box.sent(letter).block();
        assertThat(InvitedPeople.state(database, bea)).isEqualTo("sent");

        for (String state : List.of("opened", "revoked", "superseded", "accepted")) {
            database.run("UPDATE invitation SET state = ?", state);
            box.sent(letter).block();
            box.bounced(letter, "550").block();
            box.later(letter, "451", Duration.ZERO).block();
            assertThat(InvitedPeople.state(database, bea)).isEqualTo(state);
        }
    }

    @Test
    @DisplayName("MA-33 Nothing is mailed to the disabled, to who waits for later, or for what was taken back")
    void nothingToThem() {
        PersonId later = InvitedPeople.queued(database, "later@example.org");
        database.run("UPDATE invitation SET send_after = 'infinity' WHERE person_id = ?", later.value());
        PersonId gone = InvitedPeople.queued(database, "gone@example.org");
        database.run("UPDATE invitation SET state = 'revoked' WHERE person_id = ?", gone.value());
        database.run("UPDATE person SET status = 'disabled', status_before = 'pending' WHERE id = ?", bea.value());

        assertThat(box.take(10).block()).isEmpty();
    }

    @Test
    @DisplayName(
            "F2 F10 Those that failed are listed, and sent again by hand; what somebody dealt with meanwhile is not")
    void failedIsSentAgain() {
        box.bounced(only(box.take(10).block()), "550 5.1.1 No such mailbox").block();
        PersonId carl = InvitedPeople.queued(database, "carl@example.org");
        database.run(
                "UPDATE invitation SET state = 'unconfirmed', unconfirmed_at = now() WHERE person_id = ?",
                carl.value());
        PersonId gone = InvitedPeople.queued(database, "gone@example.org");
        database.run("UPDATE invitation SET state = 'bounced' WHERE person_id = ?", gone.value());
        database.run("UPDATE person SET status = 'disabled', status_before = 'pending' WHERE id = ?", gone.value());
        Actor mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");

        List<FailedLetter> failed = box.failed(10).collectList().block();
        assertThat(failed)
                .extracting(FailedLetter::to, FailedLetter::unconfirmed, FailedLetter::reason)
                .containsExactly(
                        tuple("carl@example.org", true, ""),
                        tuple("bea@example.org", false, "550 5.1.1 No such mailbox"));

        assertThatThrownBy(() ->
                        box.sendAgain(mira, failed.getFirst().key(), false).block())
                .isInstanceOfSatisfying(
                        CannotSendAgain.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotSendAgain.Reason.MAY_HAVE_ARRIVED));
        box.sendAgain(mira, failed.getFirst().key(), true).block();
        box.sendAgain(mira, failed.getLast().key(), false).block();
        assertThat(List.of(InvitedPeople.state(database, bea), InvitedPeople.state(database, carl)))
                .containsOnly("queued");
        assertThatThrownBy(
                        () -> box.sendAgain(mira, failed.getLast().key(), false).block())
                .isInstanceOfSatisfying(
                        CannotSendAgain.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotSendAgain.Reason.MOVED));
        assertThat(box.failed(10).collectList().block()).isEmpty();
    }

    @Test
    @DisplayName("Two nodes never take the same invitation, and each takes no more than it asked for")
    void twoNodes() {
        database.run(
                "INSERT INTO person (email, status) SELECT 'p' || n || '@example.org', 'pending' FROM generate_series(1, 99) n");
        database.run("INSERT INTO invitation (person_id) SELECT id FROM person WHERE email::text LIKE 'p%'");
        List<Letter> taken = Flux.range(0, 20)
                .flatMap(_ -> box.take(10).subscribeOn(Schedulers.parallel()))
                .doOnNext(letters -> assertThat(letters).hasSizeLessThanOrEqualTo(10))
                .flatMapIterable(letters -> letters)
                .collectList()
                .block();
        List<Letter> rest = box.take(1000).block();
        assertThat(taken.size() + rest.size()).isEqualTo(100);
        assertThat(Flux.concat(Flux.fromIterable(taken), Flux.fromIterable(rest))
                        .map(Letter::key)
                        .distinct()
                        .count()
                        .block())
                .isEqualTo(100);
    }

    private static Letter only(List<Letter> letters) {
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static OneTimeToken token(Letter letter) {
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).isTrue();
        return new OneTimeToken(link.group(1));
    }
}
