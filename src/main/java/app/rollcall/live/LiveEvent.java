package app.rollcall.live;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.List;

/**
 * All that is pushed to open screens: the one list. An event says "look again" (ids) or carries absolute state, never a
 * difference, so that a missed or doubled one does no harm.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface LiveEvent {

    /**
     * Learners were added, changed or removed.
     *
     * @param ids the people changed, or empty when they are too many to name: then everything shown is to be read again
     * @param auditId the audit entry that says who did what; 0 when the change is a part of a running job
     */
    record LearnersChanged(List<Long> ids, long auditId) implements LiveEvent {

        /** More than this are not named one by one: a notification holds 8,000 bytes. */
        private static final int NAMED = 200;

        public LearnersChanged {
            ids = List.copyOf(ids);
        }

        /** Names the people when they are few enough. */
        public static LearnersChanged of(Collection<Long> ids, long auditId) {
            return new LearnersChanged(ids.size() > NAMED ? List.of() : List.copyOf(ids), auditId);
        }

        /** Too many to name, as a chunk of a running job changes them. */
        public static LearnersChanged unnamed() {
            return new LearnersChanged(List.of(), 0);
        }

        /** More people than an event can name. */
        public boolean tooManyToName() {
            return ids.isEmpty();
        }
    }

    /** A course is not what it was: its own record, not who learns it. */
    record CourseChanged(long id) implements LiveEvent {}

    /** Where a job stands, as committed. */
    record JobChanged(JobProgress job) implements LiveEvent {}

    /** Mail was taken over by the server, refused, put off, caught or left without an answer. */
    record MailChanged() implements LiveEvent {}

    /**
     * Somebody came to a place, or left it.
     *
     * @param place what kind of place
     */
    record PresenceChanged(String place, long id) implements LiveEvent {}

    /**
     * Somebody's sessions are over, on all nodes.
     *
     * @param except the session that goes on, by the key it keeps for this; empty for none
     */
    record SessionsEnded(long personId, String except) implements LiveEvent {}

    /** The feed was cut and is back: whatever is on screen may be old and is to be read again. */
    record Resync() implements LiveEvent {}
}
