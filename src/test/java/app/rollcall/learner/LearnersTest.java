package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RollcallTest
class LearnersTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private Learners learners;

    @Autowired
    private Directory directory;

    @Autowired
    private LiveEvents live;

    @Autowired
    private TransactionalOperator transaction;

    private final List<LiveEvent> announced = new CopyOnWriteArrayList<>();
    private Disposable feed;
    private Actor mira;
    private Actor tom;
    private PersonId amara;

    @BeforeEach
    void aLearnerAndTwoAdmins() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        feed = live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .subscribe(announced::add);
    }

    @AfterEach
    void stopListening() {
        feed.dispose();
    }

    @Test
    @DisplayName("OM-24, OM-25 Pausing an active learner closes the courses and leaves everything else")
    void pause() {
        learners.pause(mira, amara).block();

        assertThat(status()).isEqualTo("paused");
        assertThat(LearnerStatus.of(status()).learningAllowed()).isFalse();
        assertThat(database.number("SELECT version FROM person WHERE id = ?", amara.value()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("OM-26 Unpausing a paused learner opens the courses again")
    void unpause() {
        learners.pause(mira, amara).block();
        learners.unpause(tom, amara).block();

        assertThat(status()).isEqualTo("active");
        assertThat(verbs()).isEqualTo("paused,unpaused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "paused", "disabled"})
    @DisplayName("OM-24 Only an active learner is paused")
    void onlyTheActiveArePaused(String status) {
        PersonId other = new PersonId(database.person("o@example.org", "O", "O", status, true));

        assertThatThrownBy(() -> learners.pause(mira, other).block())
                .isInstanceOfSatisfying(Overtaken.class, overtaken -> {
                    assertThat(overtaken.status()).isEqualTo(LearnerStatus.of(status));
                    assertThat(overtaken.by()).isNull();
                });
        assertThat(database.text("SELECT status FROM person WHERE id = ?", other.value()))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "active", "disabled"})
    @DisplayName("OM-26 Only a paused learner is unpaused")
    void onlyThePausedAreUnpaused(String status) {
        PersonId other = new PersonId(database.person("o@example.org", "O", "O", status, true));

        assertThatThrownBy(() -> learners.unpause(mira, other).block()).isInstanceOf(Overtaken.class);
        assertThat(database.text("SELECT status FROM person WHERE id = ?", other.value()))
                .isEqualTo(status);
    }

    @Test
    @DisplayName("OM-24 Of two parallel pauses one wins, and the other is told who and when")
    void twoAtOnce() {
        for (int round = 0; round < 10; round++) {
            List<Throwable> lost = Flux.just(mira, tom)
                    .flatMap(actor -> learners.pause(actor, amara)
                            .subscribeOn(Schedulers.parallel())
                            .then(Mono.<Throwable>empty())
                            .onErrorResume(Mono::just))
                    .collectList()
                    .block();

            String winner = database.text("""
                    SELECT p.first_name || ' ' || p.last_name FROM audit_entry a JOIN person p ON p.id = a.actor_id
                    WHERE a.verb = 'paused' ORDER BY a.id DESC LIMIT 1""");
            assertThat(lost).singleElement().isInstanceOfSatisfying(Overtaken.class, overtaken -> {
                assertThat(overtaken.learner()).isEqualTo(amara);
                assertThat(overtaken.status()).isEqualTo(LearnerStatus.PAUSED);
                assertThat(overtaken.by()).isEqualTo(winner);
                assertThat(overtaken.at()).isNotNull();
            });
            learners.unpause(mira, amara).block();
        }
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE verb = 'paused'"))
                .isEqualTo(10);
    }

    @Test
    @DisplayName("OM-24 A learner who was removed meanwhile is told to be gone; a member of the team is no learner")
    void gone() {
        for (PersonId none : List.of(new PersonId(1_000_000), tom.id())) {
            assertThatThrownBy(() -> learners.pause(mira, none).block())
                    .isInstanceOfSatisfying(
                            Overtaken.class,
                            overtaken -> assertThat(overtaken.status()).isNull());
        }
    }

    @Test
    @DisplayName("LV-01 A deed is one line of the audit and one event that names it")
    void oneLineAndOneEvent() {
        learners.pause(mira, amara).block();

        long line = database.number("SELECT id FROM audit_entry");
        settle();
        assertThat(announced).containsExactly(new LiveEvent.LearnersChanged(List.of(amara.value()), line), MARK);
        assertThat(directory.deed(tom, line).block()).satisfies(deed -> {
            assertThat(deed.by()).isEqualTo("Mira Solberg");
            assertThat(deed.byId()).isEqualTo(mira.id().value());
            assertThat(deed.learner()).isEqualTo("Amara Okafor");
        });
    }

    @Test
    @DisplayName("LV-01 What is rolled back leaves neither line nor event")
    void rolledBack() {
        assertThatThrownBy(() -> transaction
                        .transactional(learners.pause(mira, amara).then(Mono.error(new IllegalStateException("no"))))
                        .block())
                .hasMessage("no");

        settle();
        assertThat(announced).containsExactly(MARK);
        assertThat(status()).isEqualTo("active");
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
    }

    @Test
    @DisplayName("LV-01 Who loses the race leaves neither line nor event")
    void theLoserIsSilent() {
        assertThatThrownBy(() -> learners.unpause(mira, amara).block()).isInstanceOf(Overtaken.class);

        settle();
        assertThat(announced).containsExactly(MARK);
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("RL Owner, admin and customer service may pause and unpause, no other role")
    void roles(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        boolean may = Stream.of(Role.OWNER, Role.ADMIN, Role.CUSTOMER_SERVICE).anyMatch(role::equals);

        if (may) {
            learners.pause(actor, amara).block();
            learners.unpause(actor, amara).block();
            assertThat(verbs()).isEqualTo("paused,unpaused");
        } else {
            assertThatThrownBy(() -> learners.pause(actor, amara).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> learners.unpause(actor, amara).block()).isInstanceOf(Refused.class);
            assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
        }
        assertThat(status()).isEqualTo("active");
    }

    private static final LiveEvent MARK = new LiveEvent.LearnersChanged(List.of(999L), 0);

    /** Notifications keep the order of commits: what comes before this mark has all come when it has. */
    private void settle() {
        transaction.transactional(live.publish(MARK)).block();
        await().atMost(Duration.ofSeconds(5)).until(() -> announced.contains(MARK));
    }

    private String status() {
        return database.text("SELECT status FROM person WHERE id = ?", amara.value());
    }

    private String verbs() {
        return database.text("SELECT string_agg(verb, ',' ORDER BY id) FROM audit_entry");
    }
}
