package app.rollcall.enrolment;

/** What an enrolment is called wherever it is shown (MA-29): made by {@link #of} alone, so that all screens agree. */
public sealed interface EnrolmentStatus {

    /** From this share on, in percent, progress is meaningful (rule C10). */
    int MEANINGFUL = 1;

    /** Not opened yet, or reset, or absent from its session. */
    record NotStarted() implements EnrolmentStatus {}

    /** Opened, without meaningful progress. */
    record Started() implements EnrolmentStatus {}

    /** Under way. Something not completed never reads as 100 percent. @param percent {@link #MEANINGFUL} to 99 */
    record InProgress(int percent) implements EnrolmentStatus {

        public InProgress {
            if (percent < MEANINGFUL || percent > 99) {
                throw new IllegalArgumentException("Under way is from " + MEANINGFUL + " to 99 %, not " + percent);
            }
        }
    }

    /** Has a place in a session of a course with an instructor, and has not completed it. */
    record Enrolled() implements EnrolmentStatus {}

    /** Done, however it came about. */
    record Completed() implements EnrolmentStatus {}

    /**
     * The label function (requirements 1.5).
     *
     * @param booked whether there is a place in a session; only courses with an instructor have any
     * @param progress of the attempt, 0 to 100 percent
     */
    static EnrolmentStatus of(Completion completion, int progress, boolean booked) {
        if (completion == Completion.COMPLETED) {
            return new Completed();
        }
        if (booked) {
            return new Enrolled();
        }
        if (progress >= MEANINGFUL) {
            return new InProgress(Math.min(progress, 99));
        }
        return completion == Completion.NOT_STARTED ? new NotStarted() : new Started();
    }

    /** The share done in percent; what has not been measured counts as nothing. */
    default int percent() {
        return switch (this) {
            case InProgress(int percent) -> percent;
            case Completed _ -> 100;
            case NotStarted _, Started _, Enrolled _ -> 0;
        };
    }

    /** The word in text keys: {@code enrolment.status.} and this; the words take the percentage as their argument. */
    default String code() {
        return switch (this) {
            case NotStarted _ -> "not_started";
            case Started _ -> "started";
            case InProgress _ -> "in_progress";
            case Enrolled _ -> "enrolled";
            case Completed _ -> "completed";
        };
    }
}
