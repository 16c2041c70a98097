package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.importing.csv.Column;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A checked list under the hands of people: changed, mended, overtaken by others. */
class ReviewTest extends ImportScene {

    @Test
    @DisplayName("OM-48 The rows of one address stand together, in whatever order the file brings them")
    void grouped() {
        ImportId id = staged(file(
                        "a@example.org,A,A,course,FIRE-2026",
                        "b@example.org,B,B,,",
                        "A@Example.org,A,A,product,NOPE",
                        "a@example.org,A,A,course,FIRE-2026"))
                .id();

        List<EmailGroup> groups = groups(id, ReviewFilter.ALL);
        assertThat(groups).extracting(EmailGroup::email).containsExactly("a@example.org", "b@example.org");
        assertThat(groups.getFirst().lines()).extracting(ReviewRow::line).containsExactly(2, 4, 5);
        assertThat(List.of(groups.getFirst().rows(), groups.getFirst().errors()))
                .containsExactly(3, 2);
        assertThat(groups(id, ReviewFilter.VALID)).extracting(EmailGroup::email).containsExactly("b@example.org");
        assertThat(rows.groupCount(admin, id, ReviewFilter.ERRORS).block()).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-42 A changed ID is checked at once, with the rows it doubles; the counts move with it")
    void changeChecks() {
        ImportId id = staged(file(
                        "a@example.org,A,A,course,FIRE-2026",
                        "a@example.org,A,A,course,GDPR-101",
                        "b@example.org,B,B,course,NOPE-NOPE"))
                .id();
        rows.change(admin, id, 2, Column.ITEM_ID, "fire-2026").block();
        assertCounts(id, 1, 0, 2);
        assertThat(findings(id).get(3)).containsExactly("error duplicate");

        rows.remove(admin, id, 1).block();
        assertCounts(id, 1, 0, 1);
        assertThat(findings(id)).containsOnlyKeys(4);

        rows.change(admin, id, 3, Column.ITEM_ID, "FIRE-2026").block();
        assertCounts(id, 2, 0, 0);
        assertCountsAreTrue(id);
    }

    @Test
    @DisplayName("OM-40 A changed address joins the rows of its person; alone, it keeps its place")
    void changedAddress() {
        ImportId id = staged(
                        file("a,A,A,,", "b@example.org,B,B,course,FIRE-2026", "c@example.org,C,C,course,FIRE-2026"))
                .id();
        rows.change(admin, id, 1, Column.EMAIL, " d@Example.org ").block();
        assertThat(groups(id, ReviewFilter.ALL)).extracting(EmailGroup::email).startsWith("d@example.org");
        assertCounts(id, 3, 0, 0);

        rows.change(admin, id, 3, Column.EMAIL, "B@example.org").block();
        assertThat(groups(id, ReviewFilter.ALL)).extracting(EmailGroup::rows).containsExactly(1, 2);
        assertThat(findings(id)).containsOnlyKeys(4);
        assertThat(imports.find(admin, id).block().emails()).isEqualTo(2);
        assertCountsAreTrue(id);

        rows.change(admin, id, 3, Column.EMAIL, "not an address").block();
        assertThat(findings(id).get(4)).containsExactly("error email_malformed");
        assertCountsAreTrue(id);
    }

    @Test
    @DisplayName("OM-49 An unknown ID names the one that is meant; one click mends this row, another all rows alike")
    void mendId() {
        database.course("ILT-LYON", "Lyon workshop");
        ImportId id = staged(file(
                        "a@example.org,A,A,course,ILT-LYN",
                        "b@example.org,B,B,course,ilt-lyn",
                        "c@example.org,C,C,course,ILT-LYN",
                        "d@example.org,D,D,course,ILT-LYN",
                        "e@example.org,E,E,course,FIELD-KIT",
                        "f@example.org,F,F,course,QQQQQQ"))
                .id();

        assertThat(fix(id, 1)).isEqualTo(new Fix("item_id", "ILT-LYON", 3));
        assertThat(fix(id, 5)).isEqualTo(new Fix("item_type", "product", 1));
        assertThat(findings(id).get(7)).containsExactly("error item_unknown");
        assertThat(row(id, 6).findings().getFirst().fix()).isNull();

        assertThat(rows.mend(admin, id, 2, "item_unknown", false).block()).isEqualTo(1);
        assertThat(rows.mend(admin, id, 1, "item_unknown", true).block()).isEqualTo(3);
        assertThat(rows.mend(admin, id, 5, "item_unknown", true).block()).isEqualTo(1);
        assertThat(findings(id)).containsOnlyKeys(7);
        assertCountsAreTrue(id);
        assertThatThrownBy(() -> rows.mend(admin, id, 6, "item_unknown", false).block())
                .isInstanceOf(NotInList.class);
    }

    @Test
    @DisplayName("OM-49 A slip in a common domain is a warning with its fix, for all addresses that have it")
    void mendDomain() {
        ImportId id = staged(file("ana@gmial.com,A,A,,", "bo@gmial.com,B,B,,", "cy@gmail.com,C,C,,"))
                .id();

        assertCounts(id, 1, 2, 0);
        assertThat(fix(id, 1)).isEqualTo(new Fix("email", "gmail.com", 2));
        rows.mend(admin, id, 1, "email_slip", true).block();
        assertThat(groups(id, ReviewFilter.ALL))
                .extracting(EmailGroup::email)
                .containsExactly("ana@gmail.com", "bo@gmail.com", "cy@gmail.com");
        assertCounts(id, 3, 0, 0);
    }

    @Test
    @DisplayName("OM-49 Many rows alike are mended by one click too")
    void mendMany() {
        String[] lines = new String[3_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "p" + i + "@gmial.com,P,P,course,FIRE-206";
        }
        ImportId id = staged(file(lines)).id();
        assertThat(rows.mend(admin, id, 7, "item_unknown", true).block()).isEqualTo(3_000);
        assertThat(rows.mend(admin, id, 7, "email_slip", true).block()).isEqualTo(3_000);

        assertCounts(id, 3_000, 0, 0);
        assertCountsAreTrue(id);
    }

    @Test
    @DisplayName("C1 What another admin does turns a row by itself: enrolled meanwhile, it will be skipped")
    void freshened() {
        long ana = database.learner("ana@example.org", "Ana", "Ruiz");
        ImportId id = staged(file("ana@example.org,,,course,FIRE-2026", "bo@example.org,B,B,,"))
                .id();
        int version = version(id);
        rows.freshen(admin, id, List.of(ana, 999_999L)).block();
        assertThat(version(id)).as("nothing turned").isEqualTo(version);

        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'", ana);
        rows.freshen(admin, id, List.of(ana)).block();
        assertThat(findings(id).get(2)).containsExactly("warning already_enrolled");
        assertCounts(id, 1, 1, 0);
        assertThat(version(id)).isGreaterThan(version);
    }

    @Test
    @DisplayName("OM-52 Who confirms a list that somebody changed since is told so, and nothing starts")
    void boundToVersion() {
        ImportId id = staged(file("a@example.org,A,A,,", "b@example.org,B,B,,")).id();
        int shown = version(id);
        rows.remove(admin, id, 2).block();

        assertThatThrownBy(
                        () -> imports.confirm(admin, id, OnError.BLOCK, shown).block())
                .isInstanceOfSatisfying(
                        CannotConfirm.class,
                        cannot -> assertThat(cannot.reason()).isEqualTo(CannotConfirm.Reason.LIST_CHANGED));
        assertThat(applied(id).invited()).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-46 Back from the check, more rows are added, and the list is checked anew")
    void reopened() {
        ImportId id = staged(file("a@example.org,A,A,,")).id();
        imports.reopen(admin, id).block();
        reaches(id, Step.ADDING);
        rows.add(admin, id, "a@example.org", List.of()).block();
        Import checked = checked(id);

        assertThat(List.of(checked.rows(), checked.emails(), checked.errors())).containsExactly(2L, 1L, 1L);
        assertThat(findings(id).get(2)).containsExactly("error duplicate_of_typed");
    }

    private void assertCounts(ImportId id, long valid, long warnings, long errors) {
        Import now = Objects.requireNonNull(imports.find(admin, id).block());
        assertThat(List.of(now.valid(), now.warnings(), now.errors())).containsExactly(valid, warnings, errors);
    }

    /** What was counted change by change is what a check of everything counts. */
    private void assertCountsAreTrue(ImportId id) {
        Import counted = Objects.requireNonNull(imports.find(admin, id).block());
        List<EmailGroup> groups = groups(id, ReviewFilter.ALL);
        imports.reopen(admin, id).block();
        Import anew = checked(id);
        assertThat(List.of(counted.rows(), counted.emails(), counted.valid(), counted.warnings(), counted.errors()))
                .isEqualTo(List.of(anew.rows(), anew.emails(), anew.valid(), anew.warnings(), anew.errors()));
        assertThat(groups(id, ReviewFilter.ALL)).isEqualTo(groups);
    }

    private List<EmailGroup> groups(ImportId id, ReviewFilter filter) {
        return Objects.requireNonNull(rows.groups(admin, id, filter, 0, 5_000).block());
    }

    private ReviewRow row(ImportId id, int no) {
        return rows(id, ReviewFilter.ALL).stream()
                .filter(row -> row.rowNo() == no)
                .findFirst()
                .orElseThrow();
    }

    private Fix fix(ImportId id, int no) {
        return Objects.requireNonNull(row(id, no).findings().getFirst().fix());
    }

    private int version(ImportId id) {
        return Objects.requireNonNull(imports.find(admin, id).block()).version();
    }
}
