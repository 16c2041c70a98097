package app.rollcall.learner;

/** How many learners match the search, by status (OM-03). */
public record LearnerCounts(long pending, long active, long paused, long disabled) {

    public static final LearnerCounts NONE = new LearnerCounts(0, 0, 0, 0);

    public long of(StatusFilter filter) {
        return switch (filter) {
            case ALL -> pending + active + paused;
            case ACTIVE -> active;
            case PAUSED -> paused;
            case PENDING -> pending;
            case DISABLED -> disabled;
        };
    }
}
