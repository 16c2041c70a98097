package app.rollcall.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceWallsTest {

    @TempDir
    private Path folder;

    @Test
    void the_sources_hold_no_markup_no_sleep_no_script_made_of_parts_and_nothing_left_to_do() {
        assertThat(SourceRules.broken(Path.of("src/main/java"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add(new Html(name));",
                "element.setProperty(\"innerHTML\", name);",
                "Thread.sleep(100);",
                "// TODO: later",
                "executeJs(\"alert('\" + name + \"')\");",
                "executeJs(wrap(\"x\") + name, 1);",
                "executeJs(\"alert('%s')\".formatted(name));",
                "sql(\"WHERE p.email = CAST(:email AS citext)\");",
                "sql(\"JOIN person p ON p.email = r.email::citext\");",
            })
    void a_source_that_breaks_the_wall_is_found(String line) throws IOException {
        Files.writeString(folder.resolve("Broken.java"), "class Broken {\n    " + line + "\n}\n");
        assertThat(SourceRules.broken(folder)).singleElement().asString().contains("Broken.java:2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "executeJs(\"this.value = $0 + 1\", name + \"!\");",
                "executeJs(SCRIPT, a + b);",
                "String todo = \"mastodon\";",
            })
    void a_source_that_keeps_to_it_is_left_alone(String line) throws IOException {
        Files.writeString(folder.resolve("Whole.java"), line);
        assertThat(SourceRules.broken(folder)).isEmpty();
    }
}
