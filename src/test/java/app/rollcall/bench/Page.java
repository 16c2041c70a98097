package app.rollcall.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The figures as one page of Markdown. */
final class Page {

    private static final String HEAD = """
            | Figure | Unit | Ours | Min | Max | p95 | Control | Ratio | Runs | Goal |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---|
            """;

    static String of(Collection<Figures> benches) {
        return "# How fast it is\n\n" + machine(benches) + goals(benches)
                + benches.stream().map(Page::bench).collect(Collectors.joining());
    }

    /** Where no goal is said, the figure is told and not judged. */
    static String line(Figure figure) {
        Values ours = figure.ours();
        boolean compared = figure.compared();
        return "| "
                + String.join(
                        " | ",
                        figure.name(),
                        figure.unit(),
                        number(ours.median()),
                        number(ours.min()),
                        number(ours.max()),
                        ours.tellP95() ? number(ours.quantile(0.95)) : "",
                        compared ? number(figure.control().median()) : "",
                        compared ? String.format(Locale.ROOT, "%.2f", figure.ratio()) : "",
                        "" + ours.count(),
                        figure.goals().stream()
                                .map(goal -> goal.verdict(figure))
                                .collect(Collectors.joining("; ")))
                + " |";
    }

    private static String machine(Collection<Figures> benches) {
        Machine first = benches.iterator().next().machine();
        String database = benches.stream()
                .map(each -> each.machine().database())
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse("no database of our own");
        return String.format(
                Locale.ROOT,
                """
                %s, commit %s. %d cores (%s), %,d MB memory; %s, heap %,d MB. %s. Load before it began: %.1f.

                Ours and control: medians. The control is measured in the same run, in turn with ours; the ratio is the median of
                the rounds' ratios, or of latencies that of the medians. Raw numbers lie beside this page, as JSON.

                """,
                first.at(),
                first.commit(),
                first.cores(),
                first.processor(),
                first.memoryMegabytes(),
                first.jdk(),
                first.heapMegabytes(),
                database,
                first.load());
    }

    private static String goals(Collection<Figures> benches) {
        List<Figure> judged = benches.stream()
                .flatMap(each -> each.figures().stream())
                .filter(figure -> !figure.goals().isEmpty())
                .toList();
        long all = judged.stream().mapToLong(figure -> figure.goals().size()).sum();
        List<String> missed = benches.stream()
                .flatMap(each -> each.figures().stream().map(figure -> missed(each.bench(), figure)))
                .filter(Objects::nonNull)
                .toList();
        return "%d of %d goals are met.%n%s%n"
                .formatted(
                        all
                                - judged.stream()
                                        .flatMap(figure ->
                                                figure.goals().stream().filter(goal -> !goal.metBy(figure)))
                                        .count(),
                        all,
                        missed.isEmpty() ? "" : "\n" + String.join("\n", missed) + "\n")
                .replace("\r", "");
    }

    private static String missed(String bench, Figure figure) {
        String verdicts = figure.goals().stream()
                .filter(goal -> !goal.metBy(figure))
                .map(goal -> goal.verdict(figure))
                .collect(Collectors.joining("; "));
        return verdicts.isEmpty() ? null : "- " + bench + ", " + figure.name() + ": " + verdicts;
    }

    private static String bench(Figures bench) {
        if (bench.figures().isEmpty() && bench.notes().isEmpty()) {
            return "";
        }
        String notes = bench.notes().stream().map(note -> "- " + note + "\n").collect(Collectors.joining());
        return "## " + bench.bench().substring(0, 1).toUpperCase(Locale.ROOT)
                + bench.bench().substring(1) + "\n\n"
                + HEAD
                + bench.figures().stream().map(figure -> line(figure) + "\n").collect(Collectors.joining())
                + (notes.isEmpty() ? "" : "\n" + notes) + "\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private Page() {}
}
