package app.rollcall.learner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.learner.CategoryFilter;
import app.rollcall.learner.CategoryMatch;
import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.SavedView;
import app.rollcall.learner.StatusFilter;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryUrlTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"categories=3,7&how=all\", ALL, 3 7",
                "\"categories=3,7&how=any\", ANY, 3 7",
                "\"categories=7,3\", ANY, 3 7",
                "\"categories=3&how=none\", NONE, 3",
                "\"categories=3%2C7\", ANY, 3 7",
                "\"categories=3,x,,-1,0,99999999999999999999&how=most\", ANY, 3",
            })
    @DisplayName("OM-08 The categories and how they must fit are read from the URL; nonsense is ignored")
    void read(String query, CategoryMatch match, String ids) {
        CategoryFilter filter = read(query).categories();

        assertThat(filter.match()).isEqualTo(match);
        assertThat(filter.ids())
                .isEqualTo(List.of(ids.split(" ")).stream().map(Long::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "categories=", "categories=oslo&how=all", "how=none", "categories=0"})
    @DisplayName("OM-08 A URL that names no category filters by none")
    void off(String query) {
        assertThat(read(query)).isEqualTo(LearnerFilter.EVERYBODY);
    }

    @Test
    @DisplayName("OM-08 The URL of a filter reads as that filter; what is usual is left out")
    void both() {
        LearnerFilter any =
                LearnerFilter.EVERYBODY.withCategories(new CategoryFilter(List.of(7L, 3L), CategoryMatch.ANY));
        LearnerFilter none = any.withCategories(any.categories().matching(CategoryMatch.NONE))
                .withSearch("a,b");

        assertThat(DirectoryUrl.of(any, LearnerOrder.NAME)).isEqualTo("management/members/learners?categories=3%2C7");
        assertThat(DirectoryUrl.of(none, LearnerOrder.NAME)).contains("categories=3%2C7", "how=none");
        assertThat(read(query(any))).isEqualTo(any);
        assertThat(read(query(none))).isEqualTo(none);
    }

    private static String query(LearnerFilter filter) {
        return DirectoryUrl.of(filter, LearnerOrder.NAME).substring(DirectoryUrl.PATH.length() + 1);
    }

    private static LearnerFilter read(String query) {
        return DirectoryUrl.read(QueryParameters.fromString(query));
    }

    @Test
    @DisplayName("OM-01 The order of the table is in the URL; one that there is not is by name")
    void order() {
        assertThat(DirectoryUrl.of(read(""), LearnerOrder.LOGIN_DESCENDING))
                .isEqualTo("management/members/learners?sort=login_descending");
        assertThat(DirectoryUrl.order(QueryParameters.fromString("sort=login_descending")))
                .isEqualTo(LearnerOrder.LOGIN_DESCENDING);
        assertThat(DirectoryUrl.order(QueryParameters.fromString("sort=shoe_size")))
                .isEqualTo(LearnerOrder.NAME);
    }

    @Test
    @DisplayName(
            "OM-08 What a saved view keeps reads as what was shown, but for an import; what is not understood is as usual")
    void query() {
        LearnerFilter filter = new LearnerFilter("a&b=c, é", StatusFilter.PAUSED, 7)
                .withCategories(new CategoryFilter(List.of(3L, 7L), CategoryMatch.NONE));
        DirectoryColumns columns = DirectoryColumns.usual(DirectoryTable.EVERYBODY)
                .showing(Set.of(DirectoryColumn.LOCATION, DirectoryColumn.ADDED));
        DirectoryLook look = new DirectoryLook(filter, LearnerOrder.ADDED_DESCENDING, columns);

        assertThat(DirectoryLook.of(look.query()))
                .isEqualTo(new DirectoryLook(filter.withoutImport(), LearnerOrder.ADDED_DESCENDING, columns));
        assertThat(DirectoryLook.of("status=pending&columns=email&sort=&search"))
                .isEqualTo(new DirectoryLook(
                        LearnerFilter.EVERYBODY.withStatus(StatusFilter.PENDING),
                        LearnerOrder.NAME,
                        DirectoryColumns.usual(DirectoryTable.PENDING)));
    }

    @Test
    @DisplayName("OM-08 The longest that can be shown fits into a saved view")
    void longest() {
        LearnerFilter filter = new LearnerFilter("東".repeat(100), StatusFilter.DISABLED)
                .withCategories(new CategoryFilter(
                        LongStream.range(0, 20)
                                .mapToObj(i -> 999_999_999_999_999_999L - i)
                                .toList(),
                        CategoryMatch.NONE));
        DirectoryLook look = new DirectoryLook(
                filter,
                LearnerOrder.LOGIN_DESCENDING,
                DirectoryColumns.usual(DirectoryTable.EVERYBODY).showing(DirectoryTable.EVERYBODY.offered()));

        assertThat(look.query()).hasSizeLessThanOrEqualTo(SavedView.LONGEST_QUERY);
    }
}
