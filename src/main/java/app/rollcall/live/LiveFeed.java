package app.rollcall.live;

import app.rollcall.database.DedicatedConnections;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * One connection a node that listens, outside the pool, for as long as the node lives. It beats every few seconds, because
 * a half-open connection says nothing; when it is lost it is made anew, and a {@link LiveEvent.Resync} tells every screen
 * to read again, for what was announced in between is gone.
 */
@Component
class LiveFeed implements SmartLifecycle {

    static final String CHANNEL = "rollcall";

    private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration BEAT = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DedicatedConnections connections;
    private final LiveCodec codec;
    private final Sinks.Many<LiveEvent> sink = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;
    private volatile boolean listening;

    LiveFeed(DedicatedConnections connections, LiveCodec codec) {
        this.connections = connections;
        this.codec = codec;
    }

    Flux<LiveEvent> events() {
        return sink.asFlux();
    }

    /** Whether commits of other nodes reach this one now. */
    boolean listening() {
        return listening;
    }

    @Override
    public void start() {
        // Hundreds of screens are told on a thread of its own: on the connection's, which others share, the beat would
        // wait until all have heard, and a busy node take its connection for lost.
        Scheduler herald = Schedulers.newSingle("live", true);
        Disposable feed = Flux.usingWhen(connections.open(), this::listen, PostgresqlConnection::close)
                .doOnError(e -> log.warn("The live feed was cut and is being made anew: {}", e.toString()))
                .doOnTerminate(() -> listening = false)
                .concatWith(Mono.error(() -> new IllegalStateException("the connection was closed")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .onBackpressureBuffer()
                .publishOn(herald)
                .subscribe(this::emit);
        running = Disposables.composite(feed, herald);
    }

    /** LISTEN first, then tell everybody to read again: what is committed in between arrives as a notification. */
    private Flux<LiveEvent> listen(PostgresqlConnection connection) {
        Flux<LiveEvent> announced = connection
                .getNotifications()
                .mapNotNull(Notification::getParameter)
                .flatMapIterable(codec::decode);
        Flux<LiveEvent> listened = run(connection, "LISTEN " + CHANNEL)
                .doOnSuccess(_ -> listening = true)
                .thenMany(Mono.just(new LiveEvent.Resync()));
        Flux<LiveEvent> beats = Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(_ -> run(connection, "SELECT 1").timeout(LONGEST_SILENCE))
                .thenMany(Flux.empty());
        return Flux.merge(announced, listened, beats);
    }

    private static Mono<Void> run(PostgresqlConnection connection, String sql) {
        return connection
                .createStatement(sql)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    /** Only the herald emits, one event after the other; a screen that cannot follow is repaired by its poll. */
    private void emit(LiveEvent event) {
        sink.emitNext(event, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    @Override
    public void stop() {
        Disposable feed = running;
        if (feed != null) {
            feed.dispose();
            running = null;
        }
        listening = false;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
