package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.Matching.Key;
import app.rollcall.importing.Matching.Mode;
import app.rollcall.importing.csv.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whom the rows of a list are about, and what the list would change of them: the dry run. */
class MatchingTest extends ImportScene {

    private long anna;

    @BeforeEach
    void anna() {
        anna = database.learner("anna@example.org", "Anna", "Berg");
        database.run("UPDATE person SET employee_id = '00042', phone = '020 1', city = 'Utrecht' WHERE id = ?", anna);
    }

    @Test
    @DisplayName("MA-13 A person is found by the address, else by the employee ID; new people are only added")
    void inOrder() {
        ImportId id = list(
                "email,employee_id,last_name",
                "anna@example.org,00042,Other",
                "moved@example.org,00042,Other",
                "new@example.org,7,New");

        assertThat(effects(id)).isEqualTo(new Effects(1, 0, 2, 0));
        assertThat(findings(id)).containsOnlyKeys(3);
        assertThat(findings(id).get(3)).containsExactly("warning other_address");
        assertThat(groups(id, ReviewFilter.CREATED))
                .extracting(EmailGroup::email)
                .containsExactly("new@example.org");
        assertThat(groups(id, ReviewFilter.UNCHANGED))
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.changes()).isEmpty());
    }

    @Test
    @DisplayName("Case 64 An update says field by field what changes, old and new")
    void updates() {
        ImportId id = list(
                matching(Mode.UPSERT, false, false, Key.EMAIL),
                "email,first_name,last_name,phone,city",
                "ANNA@example.org,Anna,Bergman,,Utrecht",
                "new@example.org,N,Ew,,");

        assertThat(effects(id)).isEqualTo(new Effects(1, 1, 0, 0));
        EmailGroup group = groups(id, ReviewFilter.UPDATED).getFirst();
        assertThat(group.effect()).isEqualTo(Effect.UPDATED);
        assertThat(group.changes()).containsExactly(new FieldChange("last_name", "Berg", "Bergman", false));
    }

    @Test
    @DisplayName("Case 63 Who is here with the same data is unchanged")
    void unchanged() {
        ImportId id = list(
                matching(Mode.UPSERT, true, true, Key.EMAIL),
                "email,first_name,last_name,employee_id",
                "anna@example.org,Anna,Berg,00042");
        assertThat(effects(id)).isEqualTo(new Effects(0, 0, 1, 0));
    }

    @Test
    @DisplayName("A blank cell of a column that the file has erases only when it is told to, and never the address")
    void blankErases() {
        String[] lines = {"employee_id,email,phone", "00042,anna@example.org,"};
        assertThat(effects(list(matching(Mode.UPDATE, false, false, Key.EMPLOYEE_ID), lines)))
                .isEqualTo(new Effects(0, 0, 1, 0));
        ImportId id = list(matching(Mode.UPDATE, true, false, Key.EMPLOYEE_ID), lines);
        assertThat(groups(id, ReviewFilter.UPDATED).getFirst().changes())
                .containsExactly(new FieldChange("phone", "020 1", "", false));
    }

    @Test
    @DisplayName("MA-19 When only people who are here are updated, a row about somebody else is an error")
    void updateOnly() {
        ImportId id = list(matching(Mode.UPDATE, false, false, Key.EMAIL), "email,city", "new@example.org,Lyon");
        assertThat(findings(id).get(2)).containsExactly("error person_not_found");
        assertThat(effects(id)).isEqualTo(new Effects(0, 0, 0, 0));
    }

    @Test
    @DisplayName("Filling in touches only what is empty")
    void fills() {
        ImportId id =
                list(matching(Mode.FILL, false, false, Key.EMAIL), "email,phone,country", "anna@example.org,020 2,NL");
        assertThat(groups(id, ReviewFilter.UPDATED).getFirst().changes())
                .containsExactly(new FieldChange("country", "", "NL", false));
    }

    @Test
    @DisplayName("C3 A field that somebody edited by hand stays, and the row says so; unless the file is to win")
    void edited() {
        database.run("UPDATE person SET edited = '{phone}' WHERE id = ?", anna);
        String[] lines = {"email,phone,city", "anna@example.org,020 2,Lyon"};
        ImportId keeps = list(matching(Mode.UPSERT, false, false, Key.EMAIL), lines);
        EmailGroup group = groups(keeps, ReviewFilter.CONFLICTS).getFirst();
        assertThat(group.changes())
                .containsExactly(
                        new FieldChange("city", "Utrecht", "Lyon", false),
                        new FieldChange("phone", "020 1", "020 2", true));
        assertThat(findings(keeps).get(2)).containsExactly("warning edited_kept");
        assertThat(effects(keeps)).isEqualTo(new Effects(0, 0, 0, 1));

        ImportId wins = list(matching(Mode.UPSERT, false, true, Key.EMAIL), lines);
        assertThat(groups(wins, ReviewFilter.UPDATED).getFirst().changes()).hasSize(2);
    }

    @Test
    @DisplayName("A row that names two people is a conflict: the address is one's, the employee ID another's")
    void twoPeople() {
        database.learner("bob@example.org", "Bob", "Bos");
        ImportId id = list(
                matching(Mode.UPSERT, false, false, Key.EMPLOYEE_ID, Key.EMAIL),
                "email,employee_id",
                "bob@example.org,00042");
        assertThat(findings(id).get(2)).containsExactly("error person_email_taken");
        assertThat(effects(id)).isEqualTo(new Effects(0, 0, 0, 1));

        ImportId other =
                list(matching(Mode.UPSERT, false, false, Key.EMAIL), "email,employee_id", "bob@example.org,00042");
        assertThat(findings(other).get(2)).containsExactly("error person_employee_id_taken");
    }

    @Test
    @DisplayName(
            "Whose employee ID is right has our address by one click: instead of somebody else's, and of one that nobody has")
    void ourAddress() {
        database.learner("bob@example.org", "Bob", "Bos");
        ImportId id = list(
                matching(Mode.INSERT, false, false, Key.EMPLOYEE_ID, Key.EMAIL),
                "email,employee_id",
                "bob@example.org,00042",
                "moved@example.org,00042");
        assertThat(findings(id).get(2)).containsExactly("error person_email_taken");
        assertThat(findings(id).get(3)).containsExactly("warning other_address");
        assertThat(rows(id, ReviewFilter.ALL))
                .extracting(row -> row.findings().getFirst().fix())
                .containsOnly(new Fix("email", "anna@example.org", 1));

        assertThat(rows.mend(admin, id, 1, "person_email_taken", false).block()).isEqualTo(1);
        assertThat(rows(id, ReviewFilter.ALL).getFirst())
                .returns("anna@example.org", ReviewRow::email)
                .returns(List.of(), ReviewRow::findings);
        assertThat(findings(id)).containsOnlyKeys(3);
        assertThat(rows.mend(admin, id, 2, "other_address", true).block()).isEqualTo(1);
        assertThat(findings(id).get(3)).containsExactly("error duplicate");
    }

    @Test
    @DisplayName("Rows of one address that mean two people are errors; that say otherwise of one are warned")
    void oneAddress() {
        ImportId id = list(
                matching(Mode.UPSERT, false, false, Key.EMPLOYEE_ID, Key.EMAIL),
                "email,employee_id,city,item_type,item_id",
                "x@example.org,00042,Lyon,course,FIRE-2026",
                "x@example.org,,Lyon,course,GDPR-101",
                "y@example.org,,Lyon,course,FIRE-2026",
                "y@example.org,,Bergen,course,GDPR-101");
        assertThat(findings(id).get(3)).containsExactly("error person_differs");
        assertThat(findings(id).get(5)).containsExactly("warning says_otherwise");
        assertThat(findings(id)).containsOnlyKeys(3, 5);
    }

    @Test
    @DisplayName(
            "Another way of meeting people has a checked list checked again; the version tells that it is another list")
    void checkedAnew() {
        ImportId id = list("email,city", "anna@example.org,Lyon");
        int version = Objects.requireNonNull(imports.find(admin, id).block()).version();
        imports.choose(admin, id, matching(Mode.UPSERT, false, false, Key.EMAIL))
                .block();
        Import now = reaches(id, Step.CHECKING);
        assertThat(now.effects()).isEqualTo(new Effects(0, 1, 0, 0));
        assertThat(now.version()).isGreaterThan(version);
    }

    @Test
    @DisplayName("A change of the person's data between the check and the confirmation is shown again")
    void moved() {
        ImportId id = list(matching(Mode.UPSERT, false, false, Key.EMAIL), "email,city", "anna@example.org,Lyon");
        database.run("UPDATE person SET city = 'Bergen' WHERE id = ?", anna);
        confirmed(admin, id, OnError.BLOCK).block();
        Import back = reaches(id, Step.CHECKING);
        assertThat(GroundMoved.rows(back.job())).hasValue(1);
        assertThat(groups(id, ReviewFilter.UPDATED).getFirst().changes())
                .containsExactly(new FieldChange("city", "Bergen", "Lyon", false));
    }

    @Test
    @DisplayName("A changed row is matched again at once, and the counts follow")
    void live() {
        ImportId id =
                list(matching(Mode.UPSERT, false, false, Key.EMAIL), "email,last_name", "ann@example.org,Bergman");
        assertThat(effects(id)).isEqualTo(new Effects(1, 0, 0, 0));
        rows.change(admin, id, 1, Column.EMAIL, "anna@example.org").block();
        assertThat(effects(id)).isEqualTo(new Effects(0, 1, 0, 0));
        rows.freshen(admin, id, List.of(anna)).block();
        assertThat(effects(id)).isEqualTo(new Effects(0, 1, 0, 0));
        database.run("UPDATE person SET last_name = 'Bergman' WHERE id = ?", anna);
        rows.freshen(admin, id, List.of(anna)).block();
        assertThat(effects(id)).isEqualTo(new Effects(0, 0, 1, 0));
        rows.remove(admin, id, 1).block();
        assertThat(effects(id)).isEqualTo(new Effects(0, 0, 0, 0));
    }

    private static Options matching(Mode mode, boolean blankErases, boolean overwriteEdited, Key... by) {
        return new Options(
                Options.Invitations.NOW,
                false,
                null,
                null,
                null,
                new Matching(Arrays.asList(by), mode, blankErases, overwriteEdited));
    }

    private ImportId list(String... lines) {
        return list(Options.DEFAULT, lines);
    }

    private ImportId list(Options options, String... lines) {
        ImportId id = listed(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .id();
        imports.choose(admin, id, options).block();
        return checked(id).id();
    }

    private Effects effects(ImportId id) {
        return Objects.requireNonNull(imports.find(admin, id).block()).effects();
    }

    private List<EmailGroup> groups(ImportId id, ReviewFilter filter) {
        return Objects.requireNonNull(rows.groups(admin, id, filter, 0, 100).block());
    }
}
