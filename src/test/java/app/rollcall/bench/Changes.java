package app.rollcall.bench;

import static org.awaitility.Awaitility.await;

import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Changes that are made through the door, one after the other, to learners whom every screen shows. */
final class Changes {

    /** Between two of them: longer than any update a screen still waits for. */
    static final Duration PACE = Duration.ofSeconds(2);

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Learners learners;
    private final Actor owner;
    private final List<Organisation.Shown> shown;
    private int made;

    Changes(Learners learners, Actor owner, List<Organisation.Shown> shown) {
        this.learners = learners;
        this.owner = owner;
        this.shown = shown;
    }

    /** @param at when it was committed, by {@link System#nanoTime()} */
    record Made(Change change, long at) {}

    /** Pauses the learners at the top of the list one after the other, and then lets them go on. */
    Made make(Screens screens) {
        int number = made++;
        Organisation.Shown learner = shown.get(number % shown.size());
        boolean pause = number / shown.size() % 2 == 0;
        Change change = screens.look("\"" + learner.email() + "\"", pause ? "\"Paused\"" : "\"Active\"");
        (pause ? learners.pause(owner, learner.id()) : learners.unpause(owner, learner.id())).block();
        return new Made(change, System.nanoTime());
    }

    /** Milliseconds from each commit to each screen. */
    List<Double> seen(Screens screens, int times) {
        return IntStream.range(0, times)
                .boxed()
                .flatMap(_ -> {
                    Made one = make(screens);
                    await("a change to reach %,d screens".formatted(screens.count()))
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> one.change.missing() == 0 && System.nanoTime() - one.at > PACE.toNanos());
                    return one.change.since(one.at).stream();
                })
                .toList();
    }
}
