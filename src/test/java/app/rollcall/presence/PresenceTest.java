package app.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@RollcallTest
class PresenceTest {

    @Autowired
    private Presence presence;

    @Autowired
    private LiveEvents live;

    @Autowired
    private TestDatabase database;

    private final Disposable.Composite open = Disposables.composite();
    private Actor mira;
    private Actor ana;
    private Place amara;

    @BeforeEach
    void somebodyToLookAt() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        amara = Place.record(new PersonId(database.learner("amara@example.org", "Amara", "Okafor")));
    }

    @AfterEach
    void leave() {
        open.dispose();
        await().until(() -> database.number("SELECT count(*) FROM presence") == 0);
    }

    @Test
    @DisplayName(
            "OM-57 LV-04 who else looks at the record is shown at once, on both sides, and no more when they leave")
    void comesAndGoes() {
        Screen miras = open(mira, amara);
        miras.shows();
        Screen anas = open(ana, amara);
        anas.shows("Mira Solberg");
        miras.shows("Ana Ruiz");

        anas.leave();
        miras.shows();
    }

    @Test
    @DisplayName("OM-57 one's own other screens are nobody else, and somebody with two is one")
    void eachOnce() {
        Screen miras = open(mira, amara);
        Screen again = open(mira, amara);
        Screen anas = open(ana, amara);
        Screen another = open(ana, amara);
        miras.shows("Ana Ruiz");
        again.shows("Ana Ruiz");

        another.leave();
        await().until(() -> database.number("SELECT count(*) FROM presence") == 3);
        anas.shows("Mira Solberg");
        miras.shows("Ana Ruiz");
    }

    @Test
    @DisplayName("OM-57 who is at another record is not here")
    void elsewhere() {
        Screen miras = open(mira, amara);
        open(ana, Place.record(new PersonId(database.learner("bram@example.org", "Bram", "de Vries"))))
                .shows();
        miras.shows();
        assertThat(miras.seen).hasSize(1);
    }

    @Test
    @DisplayName(
            "OM-57 a browser that gives no sign of life is forgotten, by the database's clock; a sign brings it back")
    void silent() {
        Screen anas = open(ana, amara);
        anas.shows();
        database.run("UPDATE presence SET seen_at = now() - interval '21 seconds'");
        Screen miras = open(mira, amara);
        miras.shows();
        assertThat(database.number("SELECT count(*) FROM presence"))
                .as("swept away")
                .isEqualTo(1);

        anas.signs.tryEmitNext(true);
        await().until(() -> database.number("SELECT count(*) FROM presence") == 2);
        open(Actors.withRole(database, Role.CUSTOMER_SERVICE, "Tomás", "Keller"), amara);
        miras.shows("Ana Ruiz", "Tomás Keller");
    }

    @Test
    @DisplayName("OM-57 who may not see the directory neither comes to a record nor learns who is there")
    void refused() {
        Actor author = Actors.withRole(database, Role.AUTHOR, "Ingrid", "Haugen");
        StepVerifier.create(presence.enter(author, amara, Flux.never())).verifyError(Refused.class);
        assertThat(database.number("SELECT count(*) FROM presence")).isZero();

        Screen miras = open(mira, amara);
        miras.shows();
        database.run("DELETE FROM person_role WHERE person_id = ?", mira.id().value());
        Screen anas = open(ana, amara);
        await().until(() -> miras.failed);
        anas.shows();
        await().until(() -> database.number("SELECT count(*) FROM presence") == 1);
    }

    @Test
    @DisplayName("LV-01 coming and going is announced once each, staying never")
    void announcedOnce() {
        List<LiveEvent> heard = new CopyOnWriteArrayList<>();
        open.add(live.of(LiveEvent.PresenceChanged.class)
                .ofType(LiveEvent.PresenceChanged.class)
                .filter(event -> event.id() == amara.id())
                .subscribe(heard::add));
        Screen miras = open(mira, amara);
        miras.shows();
        miras.signs.tryEmitNext(true);
        miras.signs.tryEmitNext(true);
        miras.leave();
        await().until(() -> heard.size() == 2);
        assertThat(heard).containsOnly(new LiveEvent.PresenceChanged("learner", amara.id()));
    }

    private Screen open(Actor actor, Place place) {
        return new Screen(actor, place);
    }

    /** What a screen was told of the others, the last last. */
    private final class Screen {

        private final List<List<Present>> seen = new CopyOnWriteArrayList<>();
        private final Sinks.Many<Boolean> signs = Sinks.many().multicast().directBestEffort();
        private final Disposable subscription;
        private volatile boolean failed;

        Screen(Actor actor, Place place) {
            subscription = presence.enter(actor, place, signs.asFlux()).subscribe(seen::add, _ -> failed = true);
            open.add(subscription);
        }

        void shows(String... names) {
            await().untilAsserted(() -> assertThat(seen).isNotEmpty());
            await().untilAsserted(() ->
                    assertThat(seen.getLast()).extracting(Present::name).containsExactly(names));
        }

        void leave() {
            subscription.dispose();
        }
    }
}
