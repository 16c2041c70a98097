package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns beyond who and what. */
class FieldsTest {

    private static StagedRow field(String heading, String cell) {
        return Csv.of("email," + heading + "\na@x.org,\"" + cell.replace("\"", "\"\"") + "\"\n")
                .first();
    }

    /** Of what is written under a heading, so much is kept, and this is wrong with it, or nothing. */
    private static void reads(String heading, String written, String kept, String code) {
        StagedRow row = field(heading, written);
        assertThat(Csv.code(row)).isEqualTo(code);
        assertThat(row.fields().values()).containsExactly(kept);
    }

    @Test
    @DisplayName("a file without them has rows without them, and a row has only those with something in them")
    void fewest() {
        assertThat(Csv.row("a@x.org,Anna,Berg,,").fields()).isSameAs(Map.of());
        Csv csv = Csv.of("email,phone,city\na@x.org,, \u00A0\nb@x.org,,Utrecht\n");
        assertThat(csv.first().fields()).isSameAs(Map.of());
        assertThat(csv.rows().getLast().fields()).isEqualTo(Map.of(Column.CITY, "Utrecht"));
    }

    @ParameterizedTest
    @CsvSource({
        "Employee ID, EMPLOYEE_ID",
        "employee number, EMPLOYEE_ID",
        "external id, EXTERNAL_ID",
        "User Name, USERNAME",
        "Mobile, PHONE",
        "Street, ADDRESS1",
        "Address Line 2, ADDRESS2",
        "Town, CITY",
        "Province, STATE",
        "ZIP, ZIP_CODE",
        "Postal Code, ZIP_CODE",
        "Country, COUNTRY",
        "Preferred language, LOCALE",
        "Time Zone, TIMEZONE",
        "Tags, CATEGORIES",
        "Mandatory, REQUIREMENT",
        "Deadline, DUE_DATE",
        "Personal message, MESSAGE",
        "Learner status, STATUS",
        "Send Invitation, SEND_INVITE",
        "Completed on, COMPLETION_DATE",
        "Score (%), SCORE"
    })
    @DisplayName("case 45: the headings people use for them")
    void aliases(String heading, Column column) {
        Csv csv = Csv.of("email," + heading + "\na@x.org,\n");
        assertThat(csv.file().columns().headings()).containsEntry(column, heading);
    }

    @Test
    @DisplayName("case 46: of two telephones the one called phone is read, of two called phone none")
    void twoTelephones() {
        Csv csv = Csv.of("email,Mobile,Phone,Work phone\na@x.org,1,2,3\n");
        assertThat(csv.first().field(Column.PHONE)).isEqualTo("2");
        assertThat(csv.file().columns().ignored()).containsExactly("Mobile", "Work phone");
        assertThat(Csv.refused("email,Phone,phone\na@x.org,1,2\n").refusal()).isEqualTo(FileRefusal.HEADING_TWICE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21, ''",
        "2026-1-5, 2026-01-05, ''",
        "2026-12-31T17:00, 2026-12-31T17:00, ''",
        "2026-12-31 17:00:30, 2026-12-31T17:00:30, ''",
        "2026-12-31T17:00:00Z, 2026-12-31T17:00Z, ''",
        "2026-12-31T17:00+0100, 2026-12-31T17:00+01:00, ''",
        "21.11.2026, 2026-11-21, ''",
        "1.2.2026 9:30, 2026-02-01T09:30, ''",
        "11/12/2026, '', date_ambiguous",
        "11-12-2026, '', date_ambiguous",
        "46000, '', date_is_number",
        "46000.5, '', date_is_number",
        "31/02/2026, '', date_impossible",
        "31.02.2026, '', date_impossible",
        "1900-02-29, '', date_impossible",
        "2026-13-01, '', date_impossible",
        "2026-12-31T25:00, '', date_impossible",
        "0000-01-01, '', date_out_of_range",
        "9999-12-31, '', date_out_of_range",
        "1999-12-31, '', date_out_of_range",
        "2100-12-31, 2100-12-31, ''",
        "next Friday, '', date_malformed",
        "Nov 21 2026, '', date_malformed",
        "21.11.26, '', date_malformed"
    })
    @DisplayName("case 74: dates that are one day and no other")
    void dates(String written, String kept, String code) {
        reads("due_date", written, code.isEmpty() ? kept : written, code);
    }

    @Test
    @DisplayName("case 74: the day of a completion is read as the day something is due")
    void completionDate() {
        assertThat(field("completion_date", "21.11.2026 9:30").field(Column.COMPLETION_DATE))
                .isEqualTo("2026-11-21T09:30");
        assertThat(field("completion_date", "11/12/2026").problem())
                .isEqualTo(new Problem(ProblemReason.DATE_AMBIGUOUS, "completion_date", "11/12/2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T02:30", "2026-10-25T02:30"})
    @DisplayName(
            "case 75: a time in the hour that a clock change drops or repeats stays as written, for the organisation's zone to settle")
    void clockChange(String written) {
        assertThat(field("due_date", written).field(Column.DUE_DATE)).isEqualTo(written);
        assertThat(field("completion_date", written).field(Column.COMPLETION_DATE))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "requirement, Required, required, ''",
        "requirement, MANDATORY, required, ''",
        "requirement, yes, required, ''",
        "requirement, optional, optional, ''",
        "requirement, No, optional, ''",
        "requirement, must, must, requirement_unknown",
        "status, Active, active, ''",
        "status, enabled, active, ''",
        "status, PAUSED, paused, ''",
        "status, deactivated, disabled, ''",
        "status, inactive, inactive, status_unknown",
        "status, Employed, Employed, status_unknown",
        "send_invite, Yes, yes, ''",
        "send_invite, TRUE, yes, ''",
        "send_invite, 0, no, ''",
        "send_invite, later, later, send_invite_unknown",
        "completion_status, Not Started, not-started, ''",
        "completion_status, in_progress, started, ''",
        "completion_status, Complete, completed, ''",
        "completion_status, not-completed, not-completed, ''",
        "completion_status, 100 %, 100 %, completion_status_unknown"
    })
    @DisplayName("columns of a few words take these, however they are written, and no others")
    void fewWords(String heading, String written, String kept, String code) {
        reads(heading, written, kept, code);
    }

    @ParameterizedTest
    @CsvSource({
        "87.5, 87.5, ''",
        "'87,50', 87.5, ''",
        "100, 100, ''",
        "100%, 100, ''",
        "0, 0, ''",
        "0.85, 0.85, ''",
        "66.66666667, 66.67, ''",
        "085, 85, ''",
        "100.01, 100.01, score_malformed",
        "-1, -1, score_malformed",
        "17/20, 17/20, score_malformed",
        "8.5E1, 8.5E1, score_malformed",
        "A+, A+, score_malformed"
    })
    @DisplayName("case 23: a score is percent, with a decimal point or comma")
    void score(String written, String kept, String code) {
        reads("score", written, kept, code);
    }

    @Test
    @DisplayName("references hold what the organisation likes, 200 characters at most")
    void references() {
        Csv csv = Csv.of("email,ref1,Ref 2,REF_10,ref11\na@x.org,=1+1,00042," + "x".repeat(200) + ",?\n");
        assertThat(csv.first().fields())
                .isEqualTo(Map.of(Column.REF1, "=1+1", Column.REF2, "00042", Column.REF10, "x".repeat(200)));
        assertThat(csv.file().columns().ignored()).containsExactly("ref11");
        assertThat(Csv.code(field("ref7", "x".repeat(201)))).isEqualTo("value_too_long");
    }

    @Test
    @DisplayName("case 48: columns that are none of ours yet are ignored, and said to be")
    void notYet() {
        Csv csv = Csv.of("email,session_id,deactivation_date,custom:shoe\na@x.org,1,2,3\n");
        assertThat(csv.file().columns().ignored()).containsExactly("session_id", "deactivation_date", "custom:shoe");
    }

    @ParameterizedTest
    @CsvSource({
        "locale, nl-NL, nl-NL, ''",
        "locale, en_us, en-US, ''",
        "locale, zh-Hant-TW, zh-Hant-TW, ''",
        "locale, es-419, es-419, ''",
        "locale, English, English, locale_unknown",
        "locale, xx, xx, locale_unknown",
        "locale, en-ZZZZ-, en-ZZZZ-, locale_unknown",
        "timezone, Europe/Amsterdam, Europe/Amsterdam, ''",
        "timezone, europe/berlin, Europe/Berlin, ''",
        "timezone, America/New York, America/New_York, ''",
        "timezone, +02:00, +02:00, ''",
        "timezone, W. Europe Standard Time, W. Europe Standard Time, timezone_unknown",
        "timezone, 99, 99, timezone_unknown"
    })
    @DisplayName("a locale is a language tag of a language there is, a time zone one that clocks know")
    void localeAndZone(String heading, String written, String kept, String code) {
        reads(heading, written, kept, code);
    }

    @ParameterizedTest
    @CsvSource({
        "employee_id, 00042, ''",
        "employee_id, 1234567890123456, ''",
        "employee_id, 1.23457E+15, damaged_by_excel",
        "external_id, '1,23457E+15', damaged_by_excel",
        "external_id, 1E5, damaged_by_excel",
        "employee_id, E5, ''",
        "phone, 4.91512E+11, damaged_by_excel",
        "phone, +31 20 555 0100, ''"
    })
    @DisplayName("case 73: leading zeros stay, numbers that a spreadsheet shortened are refused")
    void codes(String heading, String written, String code) {
        reads(heading, written, written, code);
    }

    @Test
    @DisplayName("categories are separated, trimmed, and each there once")
    void categories() {
        StagedRow row = field("categories", " Sales | night shift||SALES|É");
        assertThat(row.field(Column.CATEGORIES)).isEqualTo("Sales|night shift|É");
        assertThat(row.categories()).containsExactly("Sales", "night shift", "É");
        assertThat(Csv.row("a@x.org,,,,").categories()).isEmpty();
        assertThat(Csv.code(field("categories", "a|" + "b".repeat(101)))).isEqualTo("value_too_long");
    }

    @Test
    @DisplayName("case 72: what hides in a value refuses its row; a message may have lines")
    void hidden() {
        assertThat(Csv.code(field("city", "Ut\u202Erecht"))).isEqualTo("control_characters");
        assertThat(Csv.code(field("city", "Ut\u0007recht"))).isEqualTo("control_characters");
        assertThat(Csv.code(field("city", "Ut\nrecht"))).isEqualTo("line_break");
        assertThat(Csv.code(field("message", "Hello\u0007"))).isEqualTo("control_characters");
        assertThat(field("message", "Hello\r\nAnna").field(Column.MESSAGE)).isEqualTo("Hello\r\nAnna");
        assertThat(Csv.code(field("message", "Jos\uFFFD"))).isEqualTo("invalid_bytes");
        assertThat(field("city", "Ut\0recht").toString()).doesNotContain("\0");
    }

    @Test
    @DisplayName("a value that is too long refuses its row and is shortened")
    void tooLong() {
        StagedRow row = field("message", "x".repeat(1001));
        assertThat(Csv.code(row)).isEqualTo("value_too_long");
        assertThat(row.field(Column.MESSAGE)).hasSize(1000);
        assertThat(field("message", "😀".repeat(500)).problem()).isNull();
    }

    @Test
    @DisplayName("the first thing wrong is told, and the rest of the row stays as written")
    void first() {
        StagedRow row = Csv.of("email,due_date,requirement,city\na@x.org,31.02.2026,maybe,Utrecht\n")
                .first();
        assertThat(row.problem()).isEqualTo(new Problem(ProblemReason.REQUIREMENT_UNKNOWN, "requirement", "maybe"));
        assertThat(row.field(Column.DUE_DATE)).isEqualTo("31.02.2026");
        assertThat(row.field(Column.CITY)).isEqualTo("Utrecht");
    }
}
