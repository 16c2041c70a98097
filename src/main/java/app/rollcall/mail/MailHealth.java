package app.rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How mail fares, over all boxes.
 *
 * @param way by which mail leaves
 * @param failed refused for good or unconfirmed
 */
public record MailHealth(
        Way way,
        long queued,
        long sending,
        long sent24h,
        long failed,
        @Nullable Instant oldestQueued,
        @Nullable String lastError) {

    /** How mail leaves. */
    public enum Way {
        /** By the server that is set. */
        SERVER,
        /** Not at all: this is a trial, and it is caught. */
        CAUGHT,
        /** Not yet: no server is set. */
        NONE
    }

    static MailHealth nothing(Way way) {
        return new MailHealth(way, 0, 0, 0, 0, null, null);
    }

    MailHealth with(BoxCounts box) {
        return new MailHealth(
                way,
                queued + box.queued(),
                sending + box.sending(),
                sent24h + box.sent24h(),
                failed + box.failed(),
                earlier(oldestQueued, box.oldestQueued()),
                lastError == null ? box.lastError() : lastError);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
