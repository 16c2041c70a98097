package app.rollcall.bulk;

import static app.rollcall.bulk.BulkAction.PAUSE;
import static app.rollcall.bulk.BulkAction.REMOVE_INVITATION;
import static app.rollcall.bulk.BulkAction.UNPAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Directory;
import app.rollcall.learner.HistoryLine;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerHistory;
import app.rollcall.learner.Learners;
import app.rollcall.learner.StatusFilter;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@RollcallTest
class BulkActionsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private BulkActions bulk;

    @Autowired
    private Learners learners;

    @Autowired
    private Directory directory;

    @Autowired
    private LearnerHistory history;

    @Autowired
    private LiveEvents live;

    private final List<LiveEvent.LearnersChanged> announced = new CopyOnWriteArrayList<>();
    private Disposable feed;
    private Actor mira;
    private Actor tom;
    private PersonId amara;
    private PersonId bram;
    private PersonId chiara;

    @BeforeEach
    void threeLearnersAndTwoAdmins() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        bram = new PersonId(database.learner("bram@example.org", "Bram", "de Vries"));
        chiara = new PersonId(database.learner("chiara@example.org", "Chiara", "Russo"));
        feed = live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .subscribe(announced::add);
    }

    @AfterEach
    void stopListening() {
        feed.dispose();
    }

    @Test
    @DisplayName("OM-31 Pausing several is one deed, told once, and stands in the history of each")
    void pause() {
        BulkDone done = run(mira, PAUSE, amara, bram, chiara);

        assertThat(done.changed()).containsExactlyInAnyOrder(amara, bram, chiara);
        assertThat(done.left()).isZero();
        assertThat(statuses()).isEqualTo("paused,paused,paused");
        assertThat(database.number("SELECT count(*) FROM person WHERE learner AND version = 1"))
                .isEqualTo(3);
        assertThat(database.text(
                        "SELECT string_agg(subject_count || ' ' || coalesce(subject_id, 0), ',' ORDER BY id) FROM"
                                + " audit_entry WHERE verb = 'paused' AND actor_id = "
                                + mira.id().value()))
                .isEqualTo("3 0,1 %d,1 %d,1 %d".formatted(amara.value(), bram.value(), chiara.value()));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(announced).singleElement().satisfies(event -> {
                    assertThat(event.ids()).containsExactlyInAnyOrder(amara.value(), bram.value(), chiara.value());
                    assertThat(directory.deed(tom, event.auditId()).block()).satisfies(deed -> {
                        assertThat(deed.count()).isEqualTo(3);
                        assertThat(deed.learner()).isNull();
                    });
                }));
        assertThat(history.page(tom, bram, 0, 10).block())
                .extracting(HistoryLine::what, HistoryLine::by)
                .contains(tuple("paused", "Mira Solberg"));
    }

    @Test
    @DisplayName("OM-31 Whom a colleague was quicker with is left alone and counted; twice does no more than once")
    void left() {
        learners.pause(tom, bram).block();

        assertThat(run(mira, PAUSE, amara, bram, chiara)).isEqualTo(new BulkDone(PAUSE, List.of(amara, chiara), 1));
        assertThat(run(mira, PAUSE, amara, bram, chiara)).isEqualTo(new BulkDone(PAUSE, List.of(), 3));
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE subject_id = ?", bram.value()))
                .isEqualTo(1);
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE subject_id IS NULL"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("OM-31 What fits one alone is told as if it had been done to that one")
    void one() {
        assertThat(run(mira, PAUSE, amara).changed()).containsExactly(amara);

        assertThat(database.text("SELECT string_agg(subject_id || ' ' || subject_count, ',') FROM audit_entry"))
                .isEqualTo(amara.value() + " 1");
    }

    @Test
    @DisplayName("OM-31 Unpausing takes back exactly what was paused")
    void unpause() {
        learners.pause(tom, bram).block();
        BulkDone done = run(mira, PAUSE, amara, bram, chiara);
        assertThat(done.action().undo()).isEqualTo(UNPAUSE);

        run(mira, UNPAUSE, done.changed().toArray(PersonId[]::new));

        assertThat(statuses()).isEqualTo("active,paused,active");
    }

    @Test
    @DisplayName("OM-31 Pausing is not for the pending, the disabled, and members of the team")
    void onlyTheActive() {
        PersonId pending = new PersonId(database.person("d@example.org", "", "", "pending", true));
        PersonId disabled = new PersonId(database.person("e@example.org", "E", "E", "disabled", true));

        assertThat(run(mira, PAUSE, pending, disabled, tom.id(), new PersonId(1_000_000), amara))
                .isEqualTo(new BulkDone(PAUSE, List.of(amara), 4));
    }

    @Test
    @DisplayName("OM-31 Two who pause the same many at once share them: nobody is paused twice, nobody is left")
    void twoAtOnce() {
        List<PersonId> many = LongStream.range(0, 200)
                .mapToObj(i -> new PersonId(database.learner("l" + i + "@example.org", "L", String.valueOf(i))))
                .toList();
        List<BulkDone> done = Flux.just(mira, tom)
                .flatMap(actor -> bulk.run(actor, PAUSE, Selection.of(many)).subscribeOn(Schedulers.parallel()))
                .collectList()
                .block();

        assertThat(done.stream().mapToInt(each -> each.changed().size()).sum()).isEqualTo(200);
        assertThat(done.stream().mapToInt(BulkDone::left).sum()).isEqualTo(200);
        assertThat(database.number("SELECT count(*) FROM person WHERE status = 'paused' AND version = 1"))
                .isEqualTo(200);
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE subject_id IS NOT NULL AND verb = 'paused'"))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("LV-07 A deed that changes more than an event can name says so")
    void tooManyToName() {
        PersonId[] many = LongStream.range(0, 201)
                .mapToObj(i -> new PersonId(database.learner("l" + i + "@example.org", "L", String.valueOf(i))))
                .toArray(PersonId[]::new);
        assertThat(run(mira, PAUSE, many).changed()).hasSize(201);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(announced)
                        .singleElement()
                        .satisfies(event -> assertThat(event.tooManyToName()).isTrue()));
    }

    @Test
    @DisplayName("OM-27, OM-28, OM-31 Removing invitations kills the links and takes away who was nothing but invited")
    void removeInvitations() {
        PersonId sent = invited("sent@example.org", "sent");
        PersonId expired = invited("expired@example.org", "expired");
        PersonId uninvited = new PersonId(database.person("uninvited@example.org", "", "", "pending", true));
        PersonId trainer = invited("trainer@example.org", "bounced");
        database.run("INSERT INTO person_role (person_id, role) VALUES (?, 'instructor')", trainer.value());

        assertThat(run(mira, REMOVE_INVITATION, sent, expired, uninvited, trainer, amara))
                .isEqualTo(new BulkDone(REMOVE_INVITATION, List.of(sent, expired, trainer), 2));
        assertThat(database.text(
                        "SELECT string_agg(email::text, ',' ORDER BY id) FROM person WHERE status = 'pending'"))
                .isEqualTo("uninvited@example.org,trainer@example.org");
        assertThat(database.number(
                        "SELECT count(*) FROM invitation WHERE state = 'revoked' AND ended_by = ?",
                        mira.id().value()))
                .isEqualTo(3);
        assertThat(database.number(
                        "SELECT count(*) FROM audit_entry WHERE verb = 'invitation_removed' AND subject_id = ?",
                        sent.value()))
                .isEqualTo(1);
        assertThat(REMOVE_INVITATION.undo()).isNull();
    }

    @Test
    @DisplayName("C3 Who is accepting the invitation this moment is left to do so")
    void accepting() {
        PersonId accepting = invited("now@example.org", "opened");
        PersonId opened = invited("earlier@example.org", "opened");
        database.run(
                "UPDATE invitation SET opened_at = now() - interval '31 minutes' WHERE person_id = ?", opened.value());

        assertThat(run(mira, REMOVE_INVITATION, accepting, opened))
                .isEqualTo(new BulkDone(REMOVE_INVITATION, List.of(opened), 1));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @DisplayName("RL Owner, admin and customer service may do it to several, no other role")
    void roles(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        PersonId invited = invited("sent@example.org", "sent");
        boolean may = Stream.of(Role.OWNER, Role.ADMIN, Role.CUSTOMER_SERVICE).anyMatch(role::equals);

        for (BulkAction action : BulkAction.values()) {
            if (may) {
                assertThat(run(actor, action, amara, bram, invited).changed()).isNotEmpty();
            } else {
                assertThatThrownBy(() -> run(actor, action, amara, bram, invited))
                        .isInstanceOf(Refused.class);
            }
        }
        assertThat(statuses()).isEqualTo("active,active,active");
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isEqualTo(may ? 7 : 0);
    }

    @Test
    @DisplayName("OM-30 At most a thousand are selected at a time")
    void atMost() {
        List<PersonId> many =
                LongStream.rangeClosed(1, 1_001).mapToObj(PersonId::new).toList();

        assertThat(Selection.of(many.subList(0, 1_000)).people()).hasSize(1_000);
        assertThatThrownBy(() -> Selection.of(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("OM-30 How many of the selected the list shows with its filter is counted")
    void shown() {
        learners.pause(tom, bram).block();
        List<PersonId> selected = List.of(amara, bram, chiara);

        assertThat(directory.shown(mira, LearnerFilter.EVERYBODY, selected).block())
                .isEqualTo(3);
        assertThat(directory
                        .shown(mira, new LearnerFilter("", StatusFilter.ACTIVE), selected)
                        .block())
                .isEqualTo(2);
        assertThat(directory
                        .shown(mira, new LearnerFilter("russo", StatusFilter.ALL), selected)
                        .block())
                .isEqualTo(1);
    }

    private BulkDone run(Actor actor, BulkAction action, PersonId... people) {
        BulkDone done = bulk.run(actor, action, Selection.of(List.of(people))).block();
        return new BulkDone(
                done.action(),
                done.changed().stream()
                        .sorted(Comparator.comparing(PersonId::value))
                        .toList(),
                done.left());
    }

    private PersonId invited(String email, String state) {
        long person = database.person(email, "", "", "pending", true);
        database.run("""
                INSERT INTO invitation (person_id, invited_by, state, sent_at, opened_at, bounced_at, expires_at)
                VALUES (?, ?, ?, now(), CASE WHEN ? = 'opened' THEN now() END, CASE WHEN ? = 'bounced' THEN now() END, now() + interval '1 day')""", person, mira.id().value(), state, state, state);
        return new PersonId(person);
    }

    private String statuses() {
        return database.text("SELECT string_agg(status, ',' ORDER BY id) FROM person WHERE id IN (%d, %d, %d)"
                .formatted(amara.value(), bram.value(), chiara.value()));
    }
}
