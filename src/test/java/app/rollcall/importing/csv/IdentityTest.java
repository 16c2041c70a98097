package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a row says who it is about. */
class IdentityTest {

    private static final String HEAD = "email,employee_id,external_id,username,city\n";

    private static StagedRow row(String cells) {
        return Csv.of(HEAD + cells + "\n").first();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ",00042,,,x ~ EMPLOYEE_ID",
                ",,hr-7,,x ~ EXTERNAL_ID",
                ",,,aberg,x ~ USERNAME",
                "n/a,00042,,,x ~ EMPLOYEE_ID"
            })
    @DisplayName("case 54: a row without an address is good where another column says who is meant")
    void byAnother(String cells, Column column) {
        StagedRow row = row(cells);
        assertThat(row.problem()).isNull();
        assertThat(row.email()).isEmpty();
        assertThat(row.fields()).containsOnlyKeys(column, Column.CITY);
        assertThat(RowRules.check(row)).isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,,x", "n/a,,,,x", ",N/A,-,null,x", "\u00A0,\u200B,,,x"})
    @DisplayName("case 54: a row that says by no column who is meant is refused, a placeholder says nothing")
    void byNone(String cells) {
        StagedRow row = row(cells);
        assertThat(Csv.code(row)).isEqualTo("email_missing");
        assertThat(row.fields()).containsOnlyKeys(Column.CITY);
    }

    @Test
    @DisplayName("an ID that is a placeholder is none, for it would be the ID of all who have it")
    void placeholders() {
        assertThat(row("a@x.org,N/A,none,-,x").fields()).isEqualTo(Map.of(Column.CITY, "x"));
        assertThat(row("a@x.org,00042,nadia,nana,n/a").fields())
                .isEqualTo(Map.of(
                        Column.EMPLOYEE_ID, "00042",
                        Column.EXTERNAL_ID, "nadia",
                        Column.USERNAME, "nana",
                        Column.CITY, "n/a"));
    }

    @Test
    @DisplayName("cases 55, 73: a bad address is no missing one, and a damaged ID names nobody")
    void bad() {
        assertThat(Csv.code(row("anna.example.org,00042,,,x"))).isEqualTo("email_malformed");
        assertThat(Csv.code(row(",1.23457E+15,,,x"))).isEqualTo("damaged_by_excel");
    }

    @Test
    @DisplayName("case 52: headings again in the middle of a file without addresses")
    void headingsAgain() {
        assertThat(Csv.of("employee_id,course\n1,C-1\nEmployee ID,Course\n2,C-1\n")
                        .outcome())
                .containsExactly("2:", "3:looks_like_header", "4:");
    }
}
