package app.rollcall.job;

import app.rollcall.live.JobState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which jobs of the history are asked for, by where they stand. */
public enum JobFilter {
    ALL(EnumSet.allOf(JobState.class)),
    RUNNING(EnumSet.of(JobState.PREPARING, JobState.QUEUED, JobState.RUNNING)),
    /** They wait for somebody. */
    WAITING(EnumSet.of(JobState.REVIEW, JobState.PAUSED, JobState.NEEDS_ATTENTION)),
    DONE(EnumSet.of(JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS)),
    /** They came to no good end. */
    STOPPED(EnumSet.of(JobState.FAILED, JobState.CANCELLED));

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<JobState> states;

    JobFilter(Set<JobState> states) {
        this.states = states;
    }

    public boolean takes(JobState state) {
        return states.contains(state);
    }

    String[] codes() {
        return states.stream().map(JobState::code).toArray(String[]::new);
    }

    /** The word in a URL. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All, where the word is none. */
    public static JobFilter of(String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
