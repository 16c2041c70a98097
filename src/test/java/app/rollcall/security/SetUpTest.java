package app.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class SetUpTest extends SecurityTest {

    @Autowired
    private SetUp setUp;

    @Autowired
    private SignIns signIns;

    @Test
    @DisplayName("RL The link makes the organisation and its owner, who can then sign in, and is used up")
    void once() {
        OneTimeToken token = setUp.link().block();
        long line = lastAuditLine();

        assertThat(setUp.accept(token, owner("owner@example.org")).block()).isNotNull();

        assertThat(auditSince(line)).containsExactly("set_up");
        assertThat(one("SELECT name FROM organisation", String.class)).isEqualTo("Northwind Training");
        assertThat(setUp.accepts(token).block()).isFalse();
        assertThat(setUp.accept(token, owner("second@example.org")).blockOptional())
                .isEmpty();
        assertThat(setUp.link().blockOptional()).isEmpty();
        assertThat(signIns.signIn(new SignInAttempt("owner@example.org", PASSWORD, "192.0.2.1"))
                        .block()
                        .roles())
                .containsExactly(Role.OWNER);
    }

    @Test
    @DisplayName("RL Twenty who use one link at the same moment make one owner")
    void twentyAtOnce() {
        OneTimeToken token = setUp.link().block();
        assertThat(race(Flux.range(1, 20).map(n -> token))).hasSize(1);
        onlyOneOwner();
    }

    @Test
    @DisplayName("RL Twenty who use twenty good links at the same moment make one owner, too")
    void twentyLinksAtOnce() {
        List<OneTimeToken> tokens =
                Flux.range(1, 20).concatMap(n -> setUp.link()).collectList().block();
        assertThat(race(Flux.fromIterable(tokens))).hasSize(1);
        onlyOneOwner();
    }

    @Test
    @DisplayName("RL A link that is unknown or a day old makes nobody")
    void dead() {
        assertThat(setUp.accept(OneTimeToken.mint(), owner("a@example.org")).blockOptional())
                .isEmpty();
        OneTimeToken token = setUp.link().block();
        assertThat(one("SELECT expires_at - created_at = interval '24 hours' FROM one_time_link", Boolean.class))
                .isTrue();
        database.sql("UPDATE one_time_link SET expires_at = now()").then().block();
        assertThat(setUp.accept(token, owner("a@example.org")).blockOptional()).isEmpty();
        assertThat(one("SELECT count(*) FROM person", Long.class)).isZero();
    }

    @Test
    @DisplayName("ASVS 6.5 The database holds a hash of the token, and the token has 256 bits")
    void hashOnly() {
        OneTimeToken token = setUp.link().block();
        assertThat(token.text()).hasSize(43).isNotEqualTo(OneTimeToken.mint().text());
        assertThat(one("SELECT token_hash FROM one_time_link", byte[].class)).isEqualTo(token.hash());
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    @DisplayName("An owner has a name, and so has the organisation")
    void names() {
        EmailAddress email = new EmailAddress("a@example.org");
        NewPassword password = new NewPassword(PASSWORD);
        for (String bad : List.of("", "  ", "a\nb", "x".repeat(101))) {
            assertThatThrownBy(() -> new FirstOwner(bad, "A", "B", email, password))
                    .isInstanceOf(FirstOwner.Nameless.class);
        }
        assertThatThrownBy(() -> new FirstOwner("Org", " ", "", email, password))
                .isInstanceOf(FirstOwner.Nameless.class);
        assertThat(new FirstOwner(" Org ", "Prince", "", email, password).organisation())
                .isEqualTo("Org");
    }

    private List<PersonId> race(Flux<OneTimeToken> tokens) {
        return tokens.index()
                .flatMap(
                        turn -> setUp.accept(turn.getT2(), owner("owner" + turn.getT1() + "@example.org"))
                                .subscribeOn(Schedulers.parallel()),
                        20)
                .collectList()
                .block();
    }

    private void onlyOneOwner() {
        assertThat(one("SELECT count(*) FROM person", Long.class)).isEqualTo(1);
        assertThat(one("SELECT count(*) FROM person_role WHERE role = 'owner'", Long.class))
                .isEqualTo(1);
        assertThat(one("SELECT count(*) FROM one_time_link WHERE used_at IS NOT NULL", Long.class))
                .isEqualTo(1);
    }

    private static FirstOwner owner(String email) {
        return new FirstOwner(
                "Northwind Training", "Mira", "Solberg", new EmailAddress(email), new NewPassword(PASSWORD));
    }
}
