package app.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class ForgottenPasswordsTest extends SecurityTest {

    private static final String MIRA = "mira@example.org";
    private static final String CHOSEN = "seventeen violet lanterns";

    @Autowired
    private ForgottenPasswords forgotten;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private PasswordSettings settings;

    @Autowired
    private OwnPassword own;

    @Autowired
    private SignIns signIns;

    @ParameterizedTest
    @ValueSource(strings = {"active", "paused"})
    @DisplayName("LS-01 Who may sign in gets a mail, and asking changes nothing else")
    void mailed(String status) {
        person(MIRA, status);
        long line = lastAuditLine();
        forgotten.ask(" Mira@Example.org ", "192.0.2.1").block();

        assertThat(mails()).isEqualTo(1);
        assertThat(auditSince(line)).containsExactly("password_forgotten");
        assertThat(signIn(PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@example.org", "not an address", "disabled@example.org", "pending@example.org"})
    @DisplayName("LS-01 Nobody else gets one, and the answer is as slow as for somebody who does")
    void nobody(String typed) {
        person("disabled@example.org", "disabled");
        person("pending@example.org", "pending");
        person(MIRA, "active");
        Duration theirs = timed(() -> forgotten.ask(typed, "192.0.2.1").block());
        assertThat(mails()).isZero();

        Duration hers = timed(() -> forgotten.ask(MIRA, "192.0.2.1").block());
        assertThat(mails()).isEqualTo(1);
        assertThat(theirs).isGreaterThanOrEqualTo(settings.answerAfter());
        assertThat(hers).isGreaterThanOrEqualTo(settings.answerAfter());
        assertThat(hers.minus(theirs).abs()).isLessThan(settings.answerAfter());
    }

    @Test
    @DisplayName(
            "TI-16 Who is invited and has no account yet gets no mail; that they asked is noted, in the audit and for the admins to see")
    void askedIn() {
        PersonId invited = personWithoutPassword("pending@example.org", "pending");
        personWithoutPassword("disabled@example.org", "disabled");
        person(MIRA, "active");
        long line = lastAuditLine();
        for (String typed : List.of(" Pending@Example.org", "disabled@example.org", MIRA)) {
            forgotten.ask(typed, "192.0.2.1").block();
        }

        assertThat(one("SELECT string_agg(email::text, ' ') FROM person WHERE asked_in_at IS NOT NULL", String.class))
                .isEqualTo("pending@example.org");
        assertThat(mails()).as("Mira's").isEqualTo(1);
        assertThat(auditSince(line)).containsOnly("password_forgotten").hasSize(3);
        assertThat(one(
                        "SELECT subject_id FROM audit_entry WHERE subject_kind = 'learner' AND id > " + line,
                        Long.class))
                .isEqualTo(invited.value());
    }

    @Test
    @DisplayName("LS-01 An address can be asked for three times, then less and less often; a network a little more")
    void throttled() {
        person(MIRA, "active");
        Flux.range(1, 12).flatMap(n -> forgotten.ask(MIRA, "192.0.2." + n), 12).blockLast();
        assertThat(one("SELECT count(*) FROM mail", Long.class)).isBetween(3L, 4L);
        assertThat(signIn(PASSWORD)).as("asking locks nobody out").isTrue();
    }

    @Test
    @DisplayName("LS-01 The link sets the password once, ends the sessions, and signs nobody in")
    void once() {
        PersonId mira = person(MIRA, "active");
        OneTimeToken token = links.mint(mira).block();
        long line = lastAuditLine();
        assertThat(forgotten.accepts(token).block()).isTrue();

        assertThat(forgotten.choose(token, CHOSEN).block()).isEqualTo(mira);

        assertThat(auditSince(line)).containsExactly("password_changed");
        assertThat(signIn(PASSWORD)).isFalse();
        assertThat(signIn(CHOSEN)).isTrue();
        assertThat(forgotten.accepts(token).block()).isFalse();
        assertThat(forgotten.choose(token, "another one of mine").blockOptional())
                .isEmpty();
    }

    @Test
    @DisplayName("C5 Of twenty who use one link at the same moment one sets the password")
    void twenty() {
        OneTimeToken token = links.mint(person(MIRA, "active")).block();
        List<PersonId> set = Flux.range(1, 20)
                .flatMap(n -> forgotten.choose(token, CHOSEN + n).subscribeOn(Schedulers.parallel()), 20)
                .collectList()
                .block();
        assertThat(set).hasSize(1);
    }

    @Test
    @DisplayName(
            "LS-01 A link is dead after half an hour, after a newer one, after being asked for again, and for who was disabled")
    void dead() {
        PersonId mira = person(MIRA, "active");
        OneTimeToken first = links.mint(mira).block();
        assertThat(one("SELECT expires_at - created_at = interval '30 minutes' FROM one_time_link", Boolean.class))
                .isTrue();
        OneTimeToken second = links.mint(mira).block();
        assertThat(forgotten.accepts(first).block()).isFalse();
        assertThat(forgotten.accepts(second).block()).isTrue();
        forgotten.ask(MIRA, "192.0.2.1").block();
        assertThat(forgotten.accepts(second).block()).isFalse();

        OneTimeToken third = links.mint(mira).block();
        database.sql("UPDATE one_time_link SET expires_at = now()").then().block();
        assertThat(forgotten.choose(third, CHOSEN).blockOptional()).isEmpty();

        OneTimeToken fourth = links.mint(mira).block();
        database.sql("UPDATE person SET status = 'disabled', status_before = 'active'")
                .then()
                .block();
        assertThat(forgotten.choose(fourth, CHOSEN).blockOptional()).isEmpty();
        assertThat(signIn(CHOSEN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"too short", "Mira Solberg 2026", "mira@example.org!!", "PasswordPassword1", "123456789012345"})
    @DisplayName("ASVS 6.2 A password that is short, common or one's own name is refused, and the link stays good")
    void unfit(String typed) {
        OneTimeToken token = links.mint(person(MIRA, "active")).block();
        assertThatThrownBy(() -> forgotten.choose(token, typed).block()).isInstanceOf(NewPassword.Unfit.class);
        assertThat(forgotten.accepts(token).block()).isTrue();
    }

    @Test
    @DisplayName("ASVS 6.2.3 One's own password is changed by who knows it, and five wrong tries have to wait")
    void ownChange() {
        PersonId mira = person(MIRA, "active");
        Actor actor = new Actor(mira, "Mira", Set.of(), Locale.ENGLISH, ZoneOffset.UTC);
        assertThatThrownBy(() -> own.change(actor, "wrong", CHOSEN, "").block()).isInstanceOf(OwnPassword.Wrong.class);
        assertThatThrownBy(() -> own.change(actor, PASSWORD, "short", "").block())
                .isInstanceOf(NewPassword.Unfit.class);
        assertThat(signIn(PASSWORD)).isTrue();

        own.change(actor, PASSWORD, CHOSEN, "").block();
        assertThat(signIn(CHOSEN)).isTrue();

        List<Throwable> refusals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            own.change(actor, "wrong", CHOSEN + i, "")
                    .onErrorResume(e -> {
                        refusals.add(e);
                        return Mono.empty();
                    })
                    .block();
        }
        assertThat(refusals).hasSize(5);
        assertThatThrownBy(() -> own.change(actor, CHOSEN, CHOSEN + "!", "").block())
                .isInstanceOf(OwnPassword.Wrong.class);
    }

    @Test
    @DisplayName("LS-01 A sign-in from a new network or browser is mailed; the first one ever and known places are not")
    void newPlace() {
        person(MIRA, "active");
        signInFrom("192.0.2.1", "Firefox");
        signInFrom("192.0.2.1", "Firefox");
        assertThat(mails()).isZero();
        signInFrom("192.0.2.1", "Chrome");
        signInFrom("198.51.100.7", "Firefox");
        signInFrom("198.51.100.7", "Firefox");
        assertThat(one("SELECT count(*) FROM mail WHERE kind = 'new_sign_in'", Long.class))
                .isEqualTo(2);
        assertThat(one("SELECT string_agg(p::text, ' ') FROM known_place p", String.class))
                .doesNotContain("192.0.2.1", "Firefox");
    }

    private void signInFrom(String network, String browser) {
        assertThat(signIns.signIn(new SignInAttempt(MIRA, PASSWORD, network, browser))
                        .blockOptional())
                .isPresent();
    }

    private boolean signIn(String password) {
        return signIns.signIn(new SignInAttempt(MIRA, password, "192.0.2.1"))
                .blockOptional()
                .isPresent();
    }

    private long mails() {
        return one("SELECT count(*) FROM mail WHERE state = 'queued'", Long.class);
    }

    private static Duration timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
