package app.rollcall.learner.ui;

import app.rollcall.security.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows that others changed a moment ago: they glow once, and who did it stands beside them for a while. The browser, which is
 * told when it begins, ends both by itself ({@code rows.js}); a row that is sent again by then is as it would be there.
 */
final class Touched {

    private static final Duration GLOW = Duration.ofMillis(1_200);
    private static final Duration FACE = Duration.ofMillis(4_800);

    private final Clock clock;
    private final Map<PersonId, Touch> touches = new HashMap<>();

    /** @param by null for whoever looks at the row */
    private record Touch(Instant at, @Nullable String by) {

        boolean lasts(Instant now, Duration pause) {
            return now.isBefore(at.plus(pause));
        }
    }

    Touched(Clock clock) {
        this.clock = clock;
    }

    void touch(Collection<PersonId> ids, @Nullable String by) {
        Instant now = clock.instant();
        touches.values().removeIf(touch -> !touch.lasts(now, FACE));
        ids.forEach(id -> touches.put(id, new Touch(now, by)));
    }

    boolean glows(PersonId id) {
        return recent(id, GLOW) != null;
    }

    @Nullable
    String by(PersonId id) {
        Touch touch = recent(id, FACE);
        return touch == null ? null : touch.by();
    }

    private @Nullable Touch recent(PersonId id, Duration pause) {
        Touch touch = touches.get(id);
        return touch != null && touch.lasts(clock.instant(), pause) ? touch : null;
    }
}
