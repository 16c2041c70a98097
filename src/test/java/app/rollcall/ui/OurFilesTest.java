package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OurFilesTest {

    @Test
    @DisplayName("All our style sheets come in one answer, whole and in the order of the list")
    void inOne() throws IOException {
        List<String> sheets = Files.readAllLines(Path.of("frontend", OurFiles.STYLES)).stream()
                .filter(line -> line.startsWith("@import"))
                .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                .toList();
        String styles = OurFiles.styles();

        assertThat(styles).doesNotContain("@import");
        assertThat(sheets)
                .hasSizeGreaterThan(20)
                .allSatisfy(sheet -> assertThat(styles).contains(text(sheet)));
        assertThat(sheets.stream().map(sheet -> styles.indexOf(text(sheet)))).isSorted();
        try (Stream<Path> files = Files.list(Path.of("frontend"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".css") && !name.equals(OurFiles.STYLES)))
                    .as("every sheet is in the list")
                    .containsExactlyInAnyOrderElementsOf(sheets);
        }
    }

    @Test
    @DisplayName(
            "No rule asks for what is in the page, a table or a row: each change in there would have all of it matched anew")
    void asksForNoContent() {
        Set<String> small = Set.of(".rc-si-card", ".rc-si-field", ".take", ".waiting", "vaadin-menu-bar-item", "");
        assertThat(Pattern.compile("([\\w.#:\\[\\]\"=-]*?)(?::not\\()?:has\\(")
                        .matcher(OurFiles.styles())
                        .results()
                        .map(rule -> rule.group(1)))
                .hasSizeGreaterThan(3)
                .isSubsetOf(small);
    }

    @Test
    @DisplayName("A file's address is told by what is in it")
    void addressed() {
        assertThat(OurFiles.address("keys.js"))
                .matches("keys\\.js\\?v-c=[0-9a-f]{16}")
                .isEqualTo(OurFiles.address("keys.js"));
        assertThat(OurFiles.version("keys.js")).isNotEqualTo(OurFiles.version("palette.js"));
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("frontend", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
