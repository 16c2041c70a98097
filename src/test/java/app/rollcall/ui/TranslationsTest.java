package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /** What a program reads, and the headings of a file that one may read, is the same in every language. */
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("api\\.(problem|wrong|reason|document|typed)\\b.*|invite\\.dry_run\\.column\\..*");

    /** Words that German has from English, or English from the same place; names; and what is invented in the samples. */
    private static final Set<String> ALIKE = Set.of(
            "Admin",
            "Amara",
            "HTML",
            "ID",
            "Import",
            "Mira Solberg",
            "Name",
            "Northwind Training",
            "Organisation",
            "Rollcall",
            "Status",
            "Text",
            "Token");

    /** Examples of what is typed into files and addresses, which no language changes. */
    private static final Set<String> EXAMPLES = Set.of("invite.guide.sample", "mail.sample.link");

    @ParameterizedTest
    @MethodSource("rooms")
    @DisplayName("German and Arabic have every text, and no other")
    void complete(String room) {
        assertThat(words(room, "_de").keySet()).isEqualTo(translated(room));
        assertThat(words(room, "_ar").keySet()).isEqualTo(translated(room));
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("A translation is a pattern and says the same things: its arguments are those of the English text")
    void sameArguments(String file) {
        int cut = file.indexOf('_');
        Map<String, String> english = words(file.substring(0, cut), "");
        words(file.substring(0, cut), file.substring(cut)).forEach((key, pattern) -> {
            assertThat(new MessageFormat(pattern, Locale.GERMAN).toPattern()).isNotBlank();
            assertThat(arguments(pattern)).as(key).isEqualTo(arguments(english.getOrDefault(key, "")));
        });
    }

    @Test
    @DisplayName("No German text is left in English")
    void translated() {
        Set<String> left = new TreeSet<>();
        rooms().forEach(room -> {
            Map<String, String> english = words(room, "");
            words(room, "_de").forEach((key, words) -> {
                if (words.equals(english.get(key)) && !alike(key, words)) {
                    left.add(key + " = " + words);
                }
            });
        });
        assertThat(left).isEmpty();
    }

    /** Patterns without words, units and dates, and the few words that are alike. */
    private static boolean alike(String key, String words) {
        String said =
                words.replaceAll("\\{[^}]*}", "").replaceAll("[^\\p{L} ]", "").strip();
        return said.isEmpty() || said.matches("HHmm|s|MBs") || EXAMPLES.contains(key) || ALIKE.contains(said);
    }

    static Stream<String> rooms() {
        return files().filter(name -> name.indexOf('_') < 0);
    }

    static Stream<String> translations() {
        return files().filter(name -> name.indexOf('_') > 0);
    }

    private static Stream<String> files() {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(file -> file.getFileName().toString().replace(".properties", "")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> translated(String room) {
        return words(room, "").keySet().stream()
                .filter(key -> !FOR_PROGRAMS.matcher(key).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> words(String room, String language) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(room + language + ".properties"))) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> sorted = new TreeMap<>();
        words.forEach((key, value) -> sorted.put((String) key, (String) value));
        return sorted;
    }
}
