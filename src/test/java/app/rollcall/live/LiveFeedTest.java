package app.rollcall.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.LiveEvent.LearnersChanged;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@RollcallTest
class LiveFeedTest {

    private static final LearnersChanged ANNOUNCED = LearnersChanged.of(List.of(7L), 1);
    private static final LearnersChanged MARK = LearnersChanged.of(List.of(99L), 2);

    @Autowired
    private LiveEvents live;

    @Autowired
    private LiveFeed feed;

    @Autowired
    private TestDatabase database;

    @Autowired
    private TransactionalOperator transaction;

    private final Disposable.Composite open = Disposables.composite();

    @BeforeEach
    void listening() {
        await().until(feed::listening);
    }

    @AfterEach
    void close() {
        open.dispose();
    }

    @Test
    @DisplayName("LV-01: an event is pushed when its transaction commits, not before")
    void nothingBeforeTheCommit() {
        List<LiveEvent> screen = screen();
        Sinks.Empty<Void> published = Sinks.empty();
        Sinks.Empty<Void> mayCommit = Sinks.empty();
        CompletableFuture<Void> committed = transaction
                .transactional(live.publish(ANNOUNCED)
                        .then(Mono.fromRunnable(published::tryEmitEmpty))
                        .then(mayCommit.asMono()))
                .toFuture();
        published.asMono().block(Duration.ofSeconds(10));
        live.publish(MARK).block();
        await().until(() -> screen.contains(MARK));
        assertThat(screen).doesNotContain(ANNOUNCED);

        mayCommit.tryEmitEmpty();
        committed.join();
        await().until(() -> screen.contains(ANNOUNCED));
    }

    @Test
    @DisplayName("LV-01: what is rolled back is never pushed")
    void nothingAfterARollback() {
        List<LiveEvent> screen = screen();
        Mono<Void> broken = transaction.transactional(
                live.publish(ANNOUNCED).then(Mono.error(new IllegalStateException("rolled back"))));
        assertThatThrownBy(broken::block).hasMessage("rolled back");
        live.publish(MARK).block();
        await().until(() -> screen.contains(MARK));
        assertThat(screen).doesNotContain(ANNOUNCED);
    }

    @Test
    @DisplayName("LV-02: every open screen hears it, in order, and a closed one does not hold up the others")
    void everyScreenHearsIt() {
        List<LiveEvent> one = screen();
        List<LiveEvent> other = screen();
        Disposable closed = live.of(LearnersChanged.class).subscribe();
        closed.dispose();
        live.publish(ANNOUNCED, MARK).block();
        await().until(() -> one.contains(MARK) && other.contains(MARK));
        assertThat(one).containsExactly(ANNOUNCED, MARK);
        assertThat(other).containsExactly(ANNOUNCED, MARK);
    }

    @Test
    void aScreenHearsOnlyTheKindItAskedFor() {
        List<LiveEvent> jobs = new CopyOnWriteArrayList<>();
        open.add(live.of(LiveEvent.JobChanged.class).subscribe(jobs::add));
        List<LiveEvent> learners = screen();
        live.publish(MARK).block();
        await().until(() -> learners.contains(MARK));
        assertThat(jobs).isEmpty();
    }

    @Test
    @DisplayName("F4: when the listening connection is cut, every screen is told to read again, and hears on")
    void aCutFeedIsMadeAnewAndEverybodyReadsAgain() {
        List<LiveEvent> screen = screen();
        List<LiveEvent> jobs = new CopyOnWriteArrayList<>();
        open.add(live.of(LiveEvent.JobChanged.class).subscribe(jobs::add));
        for (int cut = 1; cut <= 3; cut++) {
            screen.clear();
            jobs.clear();
            database.text("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND application_name = 'rollcall-dedicated'");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> screen.contains(new LiveEvent.Resync()) && jobs.contains(new LiveEvent.Resync()));
            live.publish(MARK).block();
            await().until(() -> screen.contains(MARK));
        }
    }

    @Test
    @DisplayName("LV-01: the largest event that names its people still fits into a notification")
    void theLargestEventFits() {
        List<LiveEvent> screen = screen();
        LearnersChanged named = LearnersChanged.of(LiveCodecTest.ids(200), Long.MAX_VALUE);
        live.publish(LiveCodecTest.largestJob(), named).block();
        await().until(() -> screen.contains(named));
    }

    private List<LiveEvent> screen() {
        List<LiveEvent> heard = new CopyOnWriteArrayList<>();
        open.add(live.of(LearnersChanged.class).subscribe(heard::add));
        return heard;
    }
}
