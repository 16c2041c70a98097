package app.rollcall.live;

import java.util.List;

/**
 * All that is pushed to open screens: the one list. An event says "look again" (ids) or carries absolute state, never a
 * difference, so that a missed or doubled one does no harm.
 */
public sealed interface LiveEvent {

    /**
     * Learners were added, changed or removed.
     *
     * @param ids the people changed, or empty when they are too many to name: then everything shown is to be read again
     * @param auditId the audit entry that says who did what; 0 when the change is a part of a running job
     */
    record LearnersChanged(List<Long> ids, long auditId) implements LiveEvent {

        public LearnersChanged {
            ids = List.copyOf(ids);
        }

        /** More people than an event can name. */
        public boolean many() {
            return ids.isEmpty();
        }
    }

    /** Where a job stands, as committed. */
    record JobChanged(JobProgress job) implements LiveEvent {}

    /** The feed was cut and is back: whatever is on screen may be old and is to be read again. */
    record Resync() implements LiveEvent {}
}
