package app.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SignInsTest extends SecurityTest {

    private static final String MIRA = "mira@example.org";

    @Autowired
    private SignIns signIns;

    @ParameterizedTest
    @ValueSource(strings = {"active", "paused"})
    @DisplayName("LS-01 LS-07 The active and the paused sign in, which is noted and audited")
    void signsIn(String status) {
        person(MIRA, status, Role.ADMIN);
        long line = lastAuditLine();

        Actor actor = signIn(" Mira@Example.org ", PASSWORD, "192.0.2.1").orElseThrow();

        assertThat(actor.name()).isEqualTo("Mira Solberg");
        assertThat(actor.roles()).containsExactly(Role.ADMIN);
        assertThat(one("SELECT last_login_at IS NOT NULL FROM person", Boolean.class))
                .isTrue();
        assertThat(auditSince(line)).containsExactly("signed_in");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody@example.org, correct horse battery staple, unknown",
        "not an address, correct horse battery staple, unknown",
        "active@example.org, wrong, wrong_password",
        "active@example.org, '', wrong_password",
        "disabled@example.org, correct horse battery staple, closed",
        "pending@example.org, correct horse battery staple, closed",
        "bare@example.org, correct horse battery staple, no_password"
    })
    @DisplayName("LS-01 Whatever the reason, a failure gives nothing back; the audit knows why")
    void everyFailureIsTheSame(String email, String password, String reason) {
        person("active@example.org", "active");
        person("disabled@example.org", "disabled");
        person("pending@example.org", "pending");
        personWithoutPassword("bare@example.org", "active");
        long line = lastAuditLine();

        assertThat(signIn(email, password, "192.0.2.1")).isEmpty();

        assertThat(auditSince(line)).containsExactly("sign_in_failed " + reason);
        assertThat(one("SELECT count(*) FROM person WHERE last_login_at IS NOT NULL", Long.class))
                .isZero();
    }

    @Test
    @DisplayName("LS-01 A password of a million characters is refused like any other wrong one")
    void hugePassword() {
        person(MIRA, "active");
        assertThat(signIn(MIRA, "x".repeat(1_000_000), "192.0.2.1")).isEmpty();
    }

    @Test
    @DisplayName(
            "LS-01 After five failures an address has to wait, from wherever it is tried, even with the right password")
    void throttledByAddress() {
        person(MIRA, "active");
        for (int i = 1; i <= 5; i++) {
            signIn(MIRA, "wrong", "192.0.2." + i);
        }
        lastFailures("address:%", 0);
        assertThat(signIn("MIRA@example.org", PASSWORD, "192.0.2.99")).isEmpty();
        lastFailures("address:%", 2);
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.99")).isPresent();
    }

    @Test
    @DisplayName("LS-01 A network that failed at thirty addresses has to wait; its neighbours do not")
    void throttledByNetwork() {
        person(MIRA, "active");
        database.sql("""
                        INSERT INTO sign_in_throttle (subject, failures) VALUES
                        ('network:192.0.2.1', 40), ('network:20010db800010002', 40)
                        """).then().block();
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.1")).isEmpty();
        assertThat(signIn(MIRA, PASSWORD, "2001:db8:1:2:aaaa::1")).isEmpty();
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.2")).isPresent();
        assertThat(signIn(MIRA, PASSWORD, "2001:db8:1:3::1")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "6, 2", "9, 16", "14, 512", "15, 900", "2000, 900"})
    @DisplayName("LS-01 The wait doubles with every failure, up to a quarter of an hour")
    void waitGrows(int failures, int seconds) {
        person(MIRA, "active");
        signIn(MIRA, "wrong", "192.0.2.1");
        database.sql("UPDATE sign_in_throttle SET failures = :failures WHERE subject LIKE 'address:%'")
                .bind("failures", failures)
                .then()
                .block();
        lastFailures("address:%", seconds - 0.5);
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.1")).isEmpty();
        lastFailures("address:%", seconds + 0.1);
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.1")).isPresent();
    }

    @Test
    @DisplayName("LS-01 A success starts the address anew, but only gives the network its place back")
    void successResets() {
        person(MIRA, "active");
        signIn(MIRA, "wrong", "192.0.2.1");
        signIn(MIRA, "wrong", "192.0.2.1");
        signIn(MIRA, PASSWORD, "192.0.2.1");
        assertThat(database.sql("SELECT subject || ' ' || failures FROM sign_in_throttle")
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("network:192.0.2.1 2");
    }

    @Test
    @DisplayName("LS-01 Failures are forgotten after an hour")
    void forgotten() {
        person(MIRA, "active");
        signIn(MIRA, "wrong", "192.0.2.1");
        database.sql("UPDATE sign_in_throttle SET failures = 1000").then().block();
        lastFailures("%", 3601);
        signIn(MIRA, "wrong", "192.0.2.1");
        assertThat(one("SELECT max(failures) FROM sign_in_throttle", Integer.class))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "LS-01 Of twenty guesses at the same moment only the free ones are looked at: five, or one more where they take a second")
    void guessesAtOnce() {
        person(MIRA, "active");
        long line = lastAuditLine();
        Flux.range(1, 20)
                .flatMap(
                        n -> signIns.signIn(new SignInAttempt(MIRA, "wrong", "192.0.2." + n))
                                .subscribeOn(Schedulers.parallel()),
                        20)
                .blockLast();
        assertThat(auditSince(line)).hasSizeBetween(5, 6).containsOnly("sign_in_failed wrong_password");
    }

    @Test
    @DisplayName("LS-01 A hash made with less is renewed at sign-in, and still fits")
    void rehashed() {
        PersonId mira = person(MIRA, "active");
        storeHash(mira, "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 1024, 1).encode(PASSWORD));
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.1")).isPresent();
        assertThat(one("SELECT password_hash FROM credential", String.class))
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn(MIRA, PASSWORD, "192.0.2.1")).isPresent();
    }

    @Test
    @DisplayName("Signing out is audited")
    void signOut() {
        person(MIRA, "active");
        long line = lastAuditLine();
        signIns.signOut(signIn(MIRA, PASSWORD, "192.0.2.1").orElseThrow()).block();
        assertThat(auditSince(line)).isEqualTo(List.of("signed_in", "signed_out"));
    }

    private Optional<Actor> signIn(String email, String password, String network) {
        return signIns.signIn(new SignInAttempt(email, password, network)).blockOptional();
    }

    private void lastFailures(String subjects, double secondsAgo) {
        database.sql("""
                        UPDATE sign_in_throttle SET last_failed_at = clock_timestamp() - make_interval(secs => :ago)
                        WHERE subject LIKE :subjects
                        """)
                .bind("ago", secondsAgo)
                .bind("subjects", subjects)
                .then()
                .block();
    }
}
