package app.rollcall.bench;

import java.time.Duration;
import java.util.List;

/** How the live bench tells what it found. */
final class SaidLive {

    private static final Figures FIGURES = Figures.of("live");

    private SaidLive() {}

    static void latencies(String name, List<Double> taken, Goal goal) {
        Figure figure = new Figure(name, "ms", taken, List.of(), goal);
        FIGURES.add(figure);
        FIGURES.note("%s: p99 %.0f ms", name, figure.ours().quantile(0.99));
    }

    static void load(String name, NodeProcess node, Screens screens, Duration before, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        FIGURES.add(new Figure(
                "processor, " + name,
                "% of a core",
                List.of(node.processorTime().minus(before).toMillis() / 10.0 / seconds),
                List.of()));
        FIGURES.note(
                "%s: %.0f KB/s in frames to all screens",
                name, screens.frames().stream().mapToLong(FrameCount::bytes).sum() / 1e3 / seconds);
    }

    /** Of each screen, since frames are counted. */
    static void updates(Screens screens, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        FIGURES.add(new Figure(
                "updates in the busiest second of a screen, during the import",
                "updates",
                screens.frames().stream().map(each -> (double) each.busiest()).toList(),
                List.of(),
                Goal.max(4, "updates")));
        FIGURES.add(new Figure(
                "updates a second, during the import",
                "updates/s",
                screens.frames().stream().map(each -> each.count() / seconds).toList(),
                List.of()));
    }
}
