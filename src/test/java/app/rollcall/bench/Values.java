package app.rollcall.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What was measured again and again, as it came. */
record Values(List<Double> all) {

    /** Fewer say nothing of the slowest twentieth. */
    private static final int ENOUGH_FOR_P95 = 20;

    Values {
        all = List.copyOf(all);
    }

    static Values milliseconds(Collection<Duration> taken) {
        return of(taken, each -> each.toNanos() / 1e6);
    }

    static <T> Values of(Collection<T> measured, ToDoubleFunction<T> value) {
        return new Values(measured.stream().map(value::applyAsDouble).toList());
    }

    int count() {
        return all.size();
    }

    boolean tellP95() {
        return count() >= ENOUGH_FOR_P95;
    }

    double min() {
        return sorted().getFirst();
    }

    double max() {
        return sorted().getLast();
    }

    double median() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The value that the given share does not exceed. */
    double quantile(double share) {
        List<Double> sorted = sorted();
        return sorted.get(Math.max(0, Math.min(sorted.size(), (int) Math.ceil(share * sorted.size())) - 1));
    }

    private List<Double> sorted() {
        return all.stream().sorted().toList();
    }
}
