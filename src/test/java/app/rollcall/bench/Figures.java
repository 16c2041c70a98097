package app.rollcall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one bench found out. It is written with each thing added, so that a run that is broken off has said what it knows.
 * Registered as an extension of its bench, it has the page of all benches printed when the last of them is over.
 */
final class Figures implements BeforeAllCallback {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Path PAGE = FOLDER.resolve("report.md");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, Figures> ALL = new LinkedHashMap<>();

    private final String bench;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Machine machine = Machine.here();

    private Figures(String bench) {
        this.bench = bench;
    }

    /** @param bench a word, the heading on the page and the name of the file with the raw numbers */
    static Figures of(String bench) {
        synchronized (ALL) {
            return ALL.computeIfAbsent(bench, Figures::new);
        }
    }

    /** Tells the server's version and what it does for durability. */
    Figures on(DataSource database) {
        machine = machine.with(database);
        return this;
    }

    void add(Figure figure) {
        figures.add(figure);
        write();
        System.out.println(bench + ": " + Page.line(figure));
    }

    /** A sentence below the table: how it was measured, or what belongs to it. */
    void note(String format, Object... values) {
        notes.add(format.formatted(values));
        write();
        System.out.println(bench + ": " + notes.getLast());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Figures.class))
                .computeIfAbsent(PAGE, _ -> (AutoCloseable) () -> System.out.println(page()));
    }

    String bench() {
        return bench;
    }

    Machine machine() {
        return machine;
    }

    List<Figure> figures() {
        return figures;
    }

    List<String> notes() {
        return notes;
    }

    /** The page of all that was measured in this run. */
    static String page() {
        synchronized (ALL) {
            return ALL.isEmpty() ? "" : Page.of(ALL.values());
        }
    }

    private void write() {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(bench + ".json"), JSON.writeValueAsString(raw()));
            Files.writeString(PAGE, page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> raw() {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("bench", bench);
        raw.put("machine", machine);
        raw.put("figures", figures.stream().map(Figures::raw).toList());
        raw.put("notes", notes);
        return raw;
    }

    private static Map<String, Object> raw(Figure figure) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("name", figure.name());
        raw.put("unit", figure.unit());
        raw.put("median", figure.ours().median());
        raw.put("min", figure.ours().min());
        raw.put("max", figure.ours().max());
        raw.put("p95", figure.ours().quantile(0.95));
        raw.put("runs", figure.ours().count());
        if (figure.compared()) {
            raw.put("control", figure.control().median());
            raw.put("ratio", figure.ratio());
        }
        raw.put("goals", figure.goals().stream().map(goal -> raw(goal, figure)).toList());
        raw.put("ours_all", figure.ours().all());
        raw.put("control_all", figure.control().all());
        return raw;
    }

    private static Map<String, Object> raw(Goal goal, Figure figure) {
        return Map.of(
                "text", goal.text(), "limit", goal.limit(), "reached", goal.reached(figure), "met", goal.metBy(figure));
    }
}
