package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private final ResourceBundle texts = ResourceBundle.getBundle("texts.importing", Locale.ROOT);

    @Test
    @DisplayName("every reason has a sentence that formats, and says the line or the value")
    void sentences() {
        for (ProblemReason reason : ProblemReason.values()) {
            String sentence = said("importing.problem." + reason.code(), 5000, "first_name", "Xyz");
            assertThat(sentence)
                    .containsPattern("5,000|Xyz")
                    .doesNotContain("{")
                    .endsWith(".");
        }
        for (FileRefusal refusal : FileRefusal.values()) {
            assertThat(said("importing.refused." + refusal.code(), 1, 2, 3))
                    .doesNotContain("{")
                    .doesNotContain("''");
        }
    }

    @Test
    @DisplayName("what an earlier version refused and kept still has its sentence")
    void refusedEarlier() {
        assertThat(FileRefusal.of("people_by_id")).contains(FileRefusal.PEOPLE_BY_ID);
        assertThat(said("importing.refused.people_by_id", "Canvas"))
                .startsWith("This Canvas file")
                .endsWith(".");
    }

    @Test
    @DisplayName("the limit of rows reads as people write it")
    void rows() {
        assertThat(said("importing.refused.too_many_rows", 1_000_000)).contains("1,000,000 rows at most");
    }

    /** What holding the rows against the database finds; TextsTest proves that it has words. */
    private static final String FOUND_BY_THE_DATABASE =
            "importing\\.problem\\.(duplicate(_of_typed)?|email_slip|email_to_invite_missing|says_otherwise(\\.typed)?|edited_kept|other_address|(item|person|already|belongs)_(?!id_|type_).*)";

    @Test
    @DisplayName("no sentence is left over from a reason that is gone")
    void none() {
        Stream<String> codes = Stream.concat(
                Arrays.stream(ProblemReason.values()).map(reason -> "importing.problem." + reason.code()),
                Arrays.stream(FileRefusal.values()).map(refusal -> "importing.refused." + refusal.code()));
        List<String> sentences = new TreeSet<>(texts.keySet())
                .stream()
                        .filter(key -> key.matches("importing\\.(problem|refused)\\..*"))
                        .filter(key -> !key.matches(FOUND_BY_THE_DATABASE))
                        .toList();
        assertThat(sentences).containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    private String said(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), Locale.ENGLISH).format(arguments);
    }
}
