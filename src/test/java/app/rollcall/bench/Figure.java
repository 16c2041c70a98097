package app.rollcall.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One thing measured, and beside it what it is held against.
 *
 * @param control measured in the same run, or empty where there is none
 */
record Figure(String name, String unit, Values ours, Values control, List<Goal> goals) {

    Figure {
        if (ours.count() == 0) {
            throw new IllegalArgumentException("Nothing was measured for " + name);
        }
        goals = List.copyOf(goals);
    }

    Figure(String name, String unit, List<Double> ours, List<Double> control, Goal... goals) {
        this(name, unit, new Values(ours), new Values(control), List.of(goals));
    }

    boolean compared() {
        return control.count() > 0;
    }

    /**
     * Times the control. Rounds taken in turn are compared each with its own, for the machine changes meanwhile; of latencies,
     * which are many, the medians are.
     */
    double ratio() {
        return ours.tellP95() || ours.count() != control.count() ? ours.median() / control.median() : ratios().median();
    }

    private Values ratios() {
        return new Values(IntStream.range(0, ours.count())
                .mapToObj(round -> ours.all().get(round) / control.all().get(round))
                .toList());
    }
}
