package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MotionTest {

    private static final Path FOLDER = Path.of("frontend");

    /** Stilled by their own rule for those who want no motion. */
    private static final Set<String> STILLED =
            Set.of("none !important", "rc-turn 0.8s linear infinite", "--part 250ms linear", "transform 250ms linear");

    private static final Pattern MOVES = Pattern.compile("(?:transition|animation):\\s*([^;}]*)");

    @Test
    @DisplayName("WCAG 2.3.3 Whatever moves takes its time from the tokens, which are still for who wants no motion")
    void reduced() throws IOException {
        Set<String> moving = new TreeSet<>();
        for (Path sheet : sheets()) {
            String css = Files.readAllLines(sheet).stream()
                    .filter(line -> !line.contains("prefers-reduced-motion"))
                    .collect(Collectors.joining("\n"));
            MOVES.matcher(css)
                    .results()
                    .map((MatchResult found) -> found.group(1).strip())
                    .filter(value -> !value.contains("var(--rc-") && !STILLED.contains(value))
                    .forEach(value -> moving.add(sheet.getFileName() + ": " + value));
        }
        assertThat(moving).isEmpty();
        assertThat(Files.readString(FOLDER.resolve("tokens.css")))
                .contains("--rc-fast: 0ms; --rc-base: 0ms; --rc-slow: 0ms;");
        assertThat(Files.readString(FOLDER.resolve("motion.css"))).contains(".ring", "::part(value)", "rc-glow-edge");
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }
}
