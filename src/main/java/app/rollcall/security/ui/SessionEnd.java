package app.rollcall.security.ui;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.PasswordAges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Ends sessions on this node when a password was changed anywhere. What was announced while the feed was cut is made good
 * after it: a session older than its person's password is over.
 */
@Component
class SessionEnd implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SessionEnd.class);

    private final LiveEvents live;
    private final PasswordAges ages;
    private volatile @Nullable Disposable running;

    SessionEnd(LiveEvents live, PasswordAges ages) {
        this.live = live;
        this.ages = ages;
    }

    @Override
    public void start() {
        // Invalidating a session waits for its lock, so not on the feed's own thread.
        running = live.of(LiveEvent.SessionsEnded.class)
                .onBackpressureBuffer()
                .publishOn(Schedulers.boundedElastic())
                .concatMap(event -> end(event).onErrorResume(e -> {
                    log.warn("Sessions could not be looked through", e);
                    return Mono.empty();
                }))
                .subscribe();
    }

    private Mono<Void> end(LiveEvent event) {
        if (event instanceof LiveEvent.SessionsEnded(long person, String except)) {
            return Mono.fromRunnable(() -> OpenSession.all().stream()
                    .filter(open -> open.person() == person && !open.key().equals(except))
                    .forEach(OpenSession::end));
        }
        List<Long> people =
                OpenSession.all().stream().map(OpenSession::person).distinct().toList();
        return ages.of(people)
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(SessionEnd::endOlder)
                .then();
    }

    private static void endOlder(Map<Long, Duration> ages) {
        OpenSession.all().stream()
                .filter(open -> ages.getOrDefault(open.person(), Duration.ofDays(36_500))
                                .compareTo(open.age())
                        < 0)
                .collect(Collectors.toSet())
                .forEach(OpenSession::end);
    }

    @Override
    public void stop() {
        Disposable ours = running;
        if (ours != null) {
            ours.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
