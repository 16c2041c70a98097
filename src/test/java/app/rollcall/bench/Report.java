package app.rollcall.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Prints the figures of a run as they come, so that one that is broken off has said what it knows. */
final class Report {

    void line(String format, Object... values) {
        System.out.println(format.formatted(values));
    }

    void round(String name, Duration control, OurImport.Times ours) {
        line(
                "%-16s %8d %8d %7.2f %8d %7.2f   upload %d, read %d, check %d ms; chunks %s",
                name,
                control.toMillis(),
                ours.apply().toMillis(),
                ratio(control, ours.apply()),
                ours.whole().toMillis(),
                ratio(control, ours.whole()),
                ours.upload().toMillis(),
                ours.read().toMillis(),
                ours.check().toMillis(),
                ours.chunks().stream().map(each -> "" + each.toMillis()).collect(Collectors.joining(" ")));
    }

    static double ratio(Duration control, Duration ours) {
        return (double) ours.toNanos() / control.toNanos();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The value that the given share of the sorted ones does not exceed. */
    static Duration quantile(List<Duration> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
