package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class CategoryFilterTest {

    private static final long OSLO = 1;
    private static final long NIGHT = 2;
    private static final long NOBODYS = 3;
    private static final long NEVER_WAS = 99;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Directory directory;

    private Actor mira;

    @BeforeEach
    void fourLearnersAndThreeCategories() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.run("INSERT INTO category (name) VALUES ('Oslo'), ('Night shift'), ('Nobody''s')");
        in(database.learner("amara@example.org", "Amara", "Okafor"), OSLO, NIGHT);
        in(database.person("bram@example.org", "Bram", "de Vries", "paused", true), OSLO);
        in(database.learner("chidi@example.org", "Chidi", "Nwosu"), NIGHT);
        database.learner("dmitri@example.org", "Dmitri", "Volkov");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "nobody",
            value = {
                "ANY, 1, Amara Bram",
                "ANY, 1 2, Amara Bram Chidi",
                "ANY, 3, nobody",
                "ANY, 99, nobody",
                "ANY, 1 99, Amara Bram",
                "ALL, 1, Amara Bram",
                "ALL, 1 2, Amara",
                "ALL, 1 2 3, nobody",
                "ALL, 1 99, nobody",
                "NONE, 1, Chidi Dmitri",
                "NONE, 1 2, Dmitri",
                "NONE, 3, Amara Bram Chidi Dmitri",
            })
    @DisplayName("OM-08 In any, in all, in none of the categories: the page and the counts agree")
    void narrowed(CategoryMatch match, String ids, String names) {
        LearnerFilter filter = filter(
                match, List.of(ids.split(" ")).stream().map(Long::valueOf).toList());

        String expected = names == null ? "" : names;
        assertThat(String.join(" ", names(filter, LearnerOrder.NAME))).isEqualTo(expected);
        assertThat(names(filter, LearnerOrder.EMAIL_DESCENDING).reversed()).isEqualTo(names(filter, LearnerOrder.NAME));
        assertThat(directory.counts(mira, filter).block().of(StatusFilter.ALL))
                .isEqualTo(names == null ? 0 : names.split(" ").length);
    }

    @Test
    @DisplayName("OM-03, OM-06, OM-08 The category, the status and the search narrow together")
    void together() {
        LearnerFilter oslo = filter(CategoryMatch.ANY, List.of(OSLO));

        assertThat(names(oslo.withStatus(StatusFilter.PAUSED), LearnerOrder.NAME))
                .containsExactly("Bram");
        assertThat(names(oslo.withSearch("okafor"), LearnerOrder.NAME)).containsExactly("Amara");
        assertThat(names(oslo.withSearch("volkov"), LearnerOrder.NAME)).isEmpty();
        assertThat(directory.counts(mira, oslo).block()).isEqualTo(new LearnerCounts(0, 1, 1, 0));
    }

    @Test
    @DisplayName("OM-08 A page begins where it is asked to")
    void pages() {
        LearnerFilter all = filter(CategoryMatch.ANY, List.of(OSLO, NIGHT));

        assertThat(directory.page(mira, all, LearnerOrder.NAME, 1, 1).block())
                .extracting(LearnerRow::firstName)
                .containsExactly("Bram");
    }

    @Test
    @DisplayName("OM-08 A filter holds each category once, at most twenty, and nothing that is no number of one")
    void sane() {
        assertThat(new CategoryFilter(List.of(7L, 3L, 7L, 0L, -1L), CategoryMatch.ANY).ids())
                .containsExactly(3L, 7L);
        assertThat(new CategoryFilter(LongStream.rangeClosed(1, 50).boxed().toList(), CategoryMatch.ALL).ids())
                .hasSize(20);
        assertThat(new CategoryFilter(List.of(NOBODYS, NEVER_WAS), CategoryMatch.NONE).chosen())
                .isTrue();
        assertThat(CategoryFilter.OFF.chosen()).isFalse();
    }

    private static LearnerFilter filter(CategoryMatch match, List<Long> ids) {
        return LearnerFilter.EVERYBODY.withCategories(new CategoryFilter(ids, match));
    }

    private List<String> names(LearnerFilter filter, LearnerOrder order) {
        return directory.page(mira, filter, order, 0, 50).block().stream()
                .map(LearnerRow::firstName)
                .toList();
    }

    private void in(long person, long... categories) {
        LongStream.of(categories)
                .forEach(category -> database.run("INSERT INTO person_category VALUES (?, ?)", person, category));
    }
}
