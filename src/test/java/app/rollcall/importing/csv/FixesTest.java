package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.security.EmailAddress;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixesTest {

    private static final StagedRow GOOD =
            new StagedRow(3, 7, "a@x.org", "Anna", "Berg", "course", "C-1", Map.of(), null);

    private static StagedRow mailed(String email) {
        return RowRules.check(new StagedRow(1, 2, email, "", "", "", "", Map.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "jonas@example,org ~ jonas@example.org",
                "mailto:anna@x.org ~ anna@x.org",
                "MAILTO: anna@x.org ~ anna@x.org",
                "anna@x.org.. ~ anna@x.org",
                "anna@x.org, ~ anna@x.org",
                "anna@@x.org ~ anna@x.org",
                "anna @ x.org ~ anna@x.org",
                "anna@x. org ~ anna@x.org",
                "Anna Berg <anna@x.org> ~ anna@x.org",
                "<anna@x.org>; ~ anna@x.org",
                "anna@x.org; ~ anna@x.org",
                "\"anna@x.org\" ~ anna@x.org",
                "anna@x..org ~ anna@x.org",
                "anna@büro .org ~ anna@xn--bro-hoa.org"
            })
    @DisplayName("case 55: an address with a slip comes with the address it was meant to be")
    void offered(String email, String meant) {
        Problem problem = mailed(email).problem();
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isEqualTo(meant);
        assertThat(new EmailAddress(problem.fix()).value()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna.example.org",
                "a@x.org;b@x.org",
                "a@x.org, b@x.org",
                "a@b@x.org",
                "anna berg@x.org",
                "b@x.org <a@x.org>",
                "jörg@x.org",
                "anna@x",
                "a@x.org\nBcc: b@x.org",
                ""
            })
    @DisplayName("case 55: where more than one address can be meant, none is offered")
    void notOffered(String email) {
        Problem problem = mailed(email).problem();
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"cuorse, course", "Corse, course", "COURSEE, course", "prodcut, product", "seminar,", "c,", "plan,"})
    @DisplayName("a mistyped type comes with the type it was meant to be")
    void types(String typed, String meant) {
        Problem problem = Csv.row("a@x.org,,," + typed + ",C-1").problem();
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "requirement, requierd, required",
        "requirement, manditory, required",
        "requirement, optinal, optional",
        "requirement, sure,",
        "status, actve, active",
        "status, desabled, disabled",
        "status, deactivatd, disabled",
        "status, pause, paused",
        "status, passed,",
        "status, inactive,",
        "send_invite, maybe,",
        "completion_status, complted, completed",
        "completion_status, not stated, not-started",
        "completion_status, done,",
        "role, trainer,",
        "role, leader,",
        "score, 850,",
        "due_date, 21/11/2026, 2026-11-21",
        "due_date, 11/21/2026, 2026-11-21",
        "due_date, 12/12/2026, 2026-12-12",
        "due_date, 20261121, 2026-11-21",
        "due_date, 2026/11/21, 2026-11-21",
        "due_date, 11/12/2026,",
        "due_date, 46000,"
    })
    @DisplayName("a requirement or a date that can be meant in one way only comes with that")
    void fields(String heading, String typed, String meant) {
        Problem problem =
                Csv.of("email," + heading + "\na@x.org," + typed + "\n").first().problem();
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isEqualTo(meant);
    }

    @Test
    @DisplayName("an address of two lines is offered in one")
    void addressOfTwoLines() {
        Problem problem = Csv.of("email,address1\na@x.org,\"3 Mill Lane\r\nFloor 2\"\n")
                .first()
                .problem();
        assertThat(problem).isNotNull();
        assertThat(problem.fix()).isEqualTo("3 Mill Lane, Floor 2");
    }

    @Test
    @DisplayName("a row edited on the screen obeys the rules of a row of a file, and forgets what was wrong before")
    void edited() {
        assertThat(RowRules.check(GOOD)).isEqualTo(GOOD);
        StagedRow edited = RowRules.check(new StagedRow(
                3,
                7,
                " a@X.ORG ",
                " Anna",
                "Berg",
                "Courses",
                "C-1 ",
                Map.of(Column.DUE_DATE, "31.12.2026", Column.CITY, " "),
                new Problem(ProblemReason.EMAIL_MISSING, "email", "")));
        assertThat(edited)
                .isEqualTo(new StagedRow(
                        3, 7, "a@x.org", "Anna", "Berg", "course", "C-1", Map.of(Column.DUE_DATE, "2026-12-31"), null));
        assertThat(Csv.code(RowRules.check(new StagedRow(3, 7, "a@x.org", "", "", "", "C-1", Map.of(), null))))
                .isEqualTo("item_type_missing");
    }

    @Test
    @DisplayName("a fix that is taken makes the cell good")
    void taken() {
        Csv csv = Csv.of("email,requirement,due_date\nmailto:a@x.org,requird,21/11/2026\n");
        StagedRow row = csv.first();
        for (int i = 0; row.problem() != null; i++) {
            assertThat(i).as("fixes that lead nowhere").isLessThan(3);
            row = RowRules.check(fixed(row, row.problem()));
        }
        assertThat(row.fields()).isEqualTo(Map.of(Column.REQUIREMENT, "required", Column.DUE_DATE, "2026-11-21"));
    }

    private static StagedRow fixed(StagedRow row, Problem problem) {
        Map<Column, String> fields = new EnumMap<>(row.fields());
        boolean email = problem.column().equals("email");
        if (!email) {
            fields.put(Column.valueOf(problem.column().toUpperCase(Locale.ROOT)), problem.fix());
        }
        return new StagedRow(
                row.rowNo(), row.line(), email ? problem.fix() : row.email(), "", "", "", "", fields, null);
    }
}
