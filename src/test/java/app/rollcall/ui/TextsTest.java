package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern USED = Pattern.compile(
            "(?:getTranslation|translate|say|format|choice)\\((?:[^\"()]*?,\\s*)?\"([a-z_]+\\.[\\w.]+)\"");

    private final Texts texts = new Texts();

    @Test
    void every_key_that_the_sources_name_has_words() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files("src/main/java", ".java")) {
            USED.matcher(Files.readString(source))
                    .results()
                    .map((MatchResult used) -> used.group(1))
                    .filter(key -> !texts.has(key, Locale.ENGLISH))
                    .forEach(missing::add);
        }
        assertThat(missing).as("keys without words").isEmpty();
    }

    @Test
    void every_text_is_a_pattern_and_stands_in_the_bundle_of_its_room() throws IOException {
        for (Path bundle : files("src/main/resources/texts", ".properties")) {
            String room = bundle.getFileName().toString().replaceAll("(_\\w+)?\\.properties", "");
            Properties words = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                words.load(reader);
            }
            words.forEach((key, pattern) -> {
                assertThat((String) key).startsWith(room + ".");
                assertThatCode(() -> new MessageFormat((String) pattern, Locale.ENGLISH))
                        .as("%s = %s", key, pattern)
                        .doesNotThrowAnyException();
                assertThat((String) pattern)
                        .as("%s: apostrophes are doubled", key)
                        .doesNotMatch("(?s).*[^']'[^'{].*");
            });
        }
    }

    @Test
    void numbers_follow_the_locale() {
        assertThat(texts.getTranslation("ui.job.of_rows", Locale.ENGLISH, 19_346, 31_204))
                .isEqualTo("19,346 of 31,204 rows");
    }

    @Test
    void a_missing_key_is_shown_as_it_is() {
        assertThat(texts.getTranslation("ui.nobody's.key", Locale.ENGLISH)).isEqualTo("ui.nobody's.key");
        assertThat(texts.getTranslation("nowhere.key", Locale.ENGLISH)).isEqualTo("nowhere.key");
    }

    private static Iterable<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
