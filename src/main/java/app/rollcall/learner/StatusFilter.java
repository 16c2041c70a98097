package app.rollcall.learner;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The one filter by status (rule C2). All Learners leaves the disabled out; they have a filter of their own. */
public enum StatusFilter {
    ALL(LearnerStatus.PENDING, LearnerStatus.ACTIVE, LearnerStatus.PAUSED),
    ACTIVE(LearnerStatus.ACTIVE),
    PAUSED(LearnerStatus.PAUSED),
    PENDING(LearnerStatus.PENDING),
    DISABLED(LearnerStatus.DISABLED);

    private final List<LearnerStatus> statuses;

    StatusFilter(LearnerStatus... statuses) {
        this.statuses = List.of(statuses);
    }

    public boolean admits(LearnerStatus status) {
        return statuses.contains(status);
    }

    String[] codes() {
        return statuses.stream().map(LearnerStatus::code).toArray(String[]::new);
    }

    /** The word in a URL and in text keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a URL asks for; anything unknown is All Learners. */
    public static StatusFilter of(String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code().equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
