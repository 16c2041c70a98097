package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.rollcall.bulk.BulkAction;
import app.rollcall.bulk.CannotSelect;
import app.rollcall.importing.CannotConfirm;
import app.rollcall.importing.OnError;
import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.FileRefusal;
import app.rollcall.importing.csv.ProblemReason;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.InvitationState;
import app.rollcall.learner.LearnerStatus;
import app.rollcall.learner.StatusFilter;
import app.rollcall.security.Role;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern USED = Pattern.compile(
            "(?:getTranslation|translate|say|format|choice)\\((?:[^\"()]*?,\\s*)?\"([a-z_]+\\.[\\w.]+)\"");

    /** What holding rows against the database can find, beyond what reading them does. */
    private static final Set<String> FOUND_BY_THE_DATABASE = Set.of(
            "duplicate",
            "duplicate_of_typed",
            "email_slip",
            "person_employee_id_taken",
            "person_external_id_taken",
            "person_username_taken",
            "person_ids_taken",
            "person_email_taken",
            "person_not_found",
            "person_differs",
            "says_otherwise",
            "email_to_invite_missing",
            "edited_kept",
            "item_unknown",
            "item_draft",
            "item_archived",
            "item_full",
            "belongs_to_team",
            "person_disabled",
            "person_gone",
            "already_invited",
            "already_enrolled",
            "other_address",
            "already_has_product");

    /** Of these, what holds no row back. */
    private static final Set<String> WARNINGS = Set.of(
            "email_slip",
            "edited_kept",
            "says_otherwise",
            "other_address",
            "already_invited",
            "already_enrolled",
            "already_has_product");

    private static final Pattern REASON = Pattern.compile(
            "'((?:item|person|already|belongs)_[a-z_]*|duplicate[a-z_]*|email_slip|email_to_invite_missing|says_otherwise|edited_kept)'");

    private final Texts texts = new Texts();

    @Test
    void every_key_that_the_sources_name_has_words() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files("src/main/java", ".java")) {
            USED.matcher(Files.readString(source))
                    .results()
                    .map((MatchResult used) -> used.group(1))
                    // What ends in a dot is made of a code: every_key_that_is_made_of_a_code_has_words.
                    .filter(key -> !key.endsWith(".") && !texts.has(key, Locale.ENGLISH))
                    .forEach(missing::add);
        }
        assertThat(missing).as("keys without words").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("keysMadeOfCodes")
    void every_key_that_is_made_of_a_code_has_words(String key) {
        assertThat(texts.has(key, Locale.ENGLISH)).isTrue();
        assertThat(texts.getTranslation(key, Locale.ENGLISH, 2, "email", "value", "course"))
                .isNotBlank()
                .doesNotContain("{");
    }

    static Stream<String> keysMadeOfCodes() {
        return Stream.of(
                        keys("learner.filter.", codes(StatusFilter.values())),
                        keys("learner.status.", Stream.of("active", "paused", "disabled")),
                        keys("learner.now.", codes(LearnerStatus.values())),
                        keys("learner.invitation.", codes(InvitationState.values())),
                        keys("learner.column.", Stream.of("courses", "products")),
                        keys("learner.", Stream.of("clear_search", "clear_filter")),
                        keys("category.filter.", codes(CategoryMatch.values())),
                        keys("category.dialog.", codes(How.values())),
                        keys("category.dialog.says.", codes(How.values())),
                        keys("category.hue.", Hues.all().stream().map(String::valueOf)),
                        keys("bulk.", codes(BulkAction.values())),
                        codes(BulkAction.values())
                                .flatMap(action -> keys("bulk." + action + ".", Stream.of("none", "done"))),
                        keys("bulk.cannot.", codes(CannotSelect.values())),
                        keys("bulk.categories.says.", codes(How.values())),
                        keys("bulk.categories.done.", codes(How.values())),
                        keys("bulk.drift.", Stream.of("active", "paused", "pending", "gone", "disabled", "accepting")),
                        keys("bulk.deed.", Stream.of("paused", "unpaused", "invitation_removed", "categorised")),
                        keys("importing.problem.", codes(ProblemReason.values())),
                        keys("importing.problem.", FOUND_BY_THE_DATABASE.stream()),
                        reasonNames(),
                        keys("invite.field.", codes(Column.values())),
                        keys("importing.refused.", codes(FileRefusal.values())),
                        keys("invite.cannot.", codes(CannotConfirm.Reason.values())),
                        keys("invite.rule.", codes(OnError.values())),
                        keys("invite.delimiter.", Stream.of("comma", "semicolon", "tab", "pipe")),
                        keys("invite.kind.", Stream.of("course", "product", "none")),
                        keys("invite.column.", Stream.of("line", "email", "name", "kind", "id", "outcome", "reason")),
                        keys("security.role.", codes(Role.values())),
                        keys("security.role.", Stream.of("learner")),
                        keys("security.sign-in.note.", Stream.of("failed", "stale", "signed_out", "set_up")))
                .flatMap(keys -> keys);
    }

    @Test
    void the_reasons_that_sql_writes_are_all_known_here() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String source : Set.of("CheckSql", "ImportChunk")) {
            String sql = Files.readString(Path.of("src/main/java/app/rollcall/importing", source + ".java"));
            REASON.matcher(sql).results().map(found -> found.group(1)).forEach(written::add);
        }
        written.removeAll(Set.of("item_", "item_id", "item_type"));

        assertThat(FOUND_BY_THE_DATABASE).containsAll(written);
        assertThat(written).hasSizeGreaterThan(5);
    }

    private static Stream<String> errors() {
        return FOUND_BY_THE_DATABASE.stream().filter(reason -> !WARNINGS.contains(reason));
    }

    @ParameterizedTest
    @MethodSource("reasonNames")
    @DisplayName("OM-55 Every reason to choose failed rows by is a few words in sentence case, not a code")
    void reasonNames(String key) {
        assertThat(texts.getTranslation(key, Locale.ENGLISH)).matches("[A-Z][^_.]{5,50}");
    }

    static Stream<String> reasonNames() {
        return Stream.concat(keys("invite.reason.", codes(ProblemReason.values())), keys("invite.reason.", errors()));
    }

    private static Stream<String> codes(Enum<?>[] values) {
        return Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<String> keys(String start, Stream<String> codes) {
        return codes.map(start::concat);
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
    void numbers_follow_the_locale_and_its_region() {
        assertThat(texts.getTranslation("ui.job.of_rows", Locale.of("de", "DE"), 19_346, 31_204))
                .isEqualTo("19.346 von 31.204 Zeilen");
        assertThat(texts.getTranslation("ui.job.of_rows", Locale.of("de", "CH"), 19_346, 31_204))
                .isEqualTo("19’346 von 31’204 Zeilen");
        assertThat(texts.getTranslation("ui.job.of_rows", Locale.ENGLISH, 19_346, 31_204))
                .isEqualTo("19,346 of 31,204 rows");
    }

    @Test
    void from_right_to_left_a_name_keeps_its_own_direction() {
        assertThat(texts.getTranslation("learner.paused", Locale.of("ar"), "Ana Ruiz"))
                .isEqualTo("أُوقف \u2068Ana Ruiz\u2069 مؤقتًا");
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
