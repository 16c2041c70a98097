package app.rollcall.job.ui;

import app.rollcall.live.JobProgress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jobs a tray shows.
 *
 * @param whole whether these are all there are, or one that is to be put in its place
 */
record TrayList(boolean whole, List<JobProgress> jobs) {

    static final TrayList EMPTY = new TrayList(true, List.of());

    private static final Comparator<JobProgress> NEWEST_FIRST = Comparator.comparing(JobProgress::createdAt)
            .thenComparing(JobProgress::id)
            .reversed();

    static TrayList read(List<JobProgress> jobs) {
        return new TrayList(true, jobs);
    }

    static TrayList one(JobProgress job) {
        return new TrayList(false, List.of(job));
    }

    TrayList then(TrayList next) {
        if (next.whole) {
            return next;
        }
        JobProgress changed = next.jobs.getFirst();
        Stream<JobProgress> others = jobs.stream().filter(job -> job.id() != changed.id());
        Stream<JobProgress> kept = changed.discarded() ? others : Stream.concat(others, Stream.of(changed));
        return new TrayList(true, kept.sorted(NEWEST_FIRST).toList());
    }
}
