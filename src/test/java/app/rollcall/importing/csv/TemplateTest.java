package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    @DisplayName("OM-38 the template has every column, and our own reader takes it back without a problem")
    void readBack() {
        Csv csv = Csv.of(Template.csv());
        assertThat(csv.file().columns().headings()).containsOnlyKeys(Column.values());
        assertThat(csv.file().columns().ignored()).isEmpty();
        assertThat(csv.outcome()).containsExactly("2:", "3:");
        StagedRow row = csv.first();
        for (Column column : Column.values()) {
            String read = switch (column) {
                case EMAIL -> row.email();
                case FIRST_NAME -> row.firstName();
                case LAST_NAME -> row.lastName();
                case ITEM_TYPE -> row.itemType();
                case ITEM_ID -> row.itemId();
                case ROLE -> "learner"; // taken, and not kept
                default -> row.field(column);
            };
            assertThat(read).as(column.heading()).isEqualTo(column.example());
        }
    }

    @Test
    @DisplayName("OM-38 the template opens in a spreadsheet: byte-order mark, CRLF, our headings")
    void spreadsheet() {
        String text = new String(Template.csv(), StandardCharsets.UTF_8);
        String headings = Arrays.stream(Column.values()).map(Column::heading).collect(Collectors.joining(","));
        assertThat(text).startsWith("\uFEFF" + headings + "\r\n").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    @DisplayName("case 71: what we write is no formula in a spreadsheet, and is quoted where it must be")
    void formulas() {
        assertThat(List.of("=1+1", "+1", "-2", "@SUM", "\tx", "a,b", "say \"hi\"", "a;b", "plain").stream()
                        .map(CsvText::cell))
                .containsExactly(
                        "'=1+1", "'+1", "'-2", "'@SUM", "'\tx", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"a;b\"", "plain");
    }

    @Test
    @DisplayName("cases 53, 71: what was kept from being a formula says in the end what it said before")
    void unguarded() {
        List<String> cells = List.of("=1+1", "'=1+1", "''-2", "'tis", "'", "", "O'Brien", "\tx");
        assertThat(cells.stream().map(CsvText::cell).map(CsvText::unguarded)).isEqualTo(cells);
    }

    @Test
    @DisplayName(
            "case 53: the quote before a formula is ours in our own result file only; in any other it is the person's")
    void ownFile() {
        assertThat(Csv.of("Row,Email ID,Reason,first_name\n3,a@x.org,Wrong,'=Cy\n")
                        .rows())
                .extracting(StagedRow::firstName)
                .containsExactly("=Cy");
        assertThat(Csv.of("row,email,first_name\n3,a@x.org,'=Cy\n").rows())
                .extracting(StagedRow::firstName)
                .containsExactly("'=Cy");
    }

    @Test
    @DisplayName("OM-37 the format guide has a sentence and an example for every column")
    void guide() {
        ResourceBundle texts = ResourceBundle.getBundle("texts.importing", Locale.ROOT);
        for (Column column : Column.values()) {
            assertThat(texts.getString(column.textKey())).endsWith(".");
            assertThat(column.example().isBlank())
                    .as(column.heading())
                    .isEqualTo(column.reference() && column != Column.REF1);
        }
        assertThat(Arrays.stream(Column.values()).filter(Column::identity))
                .containsExactly(Column.EMAIL, Column.EMPLOYEE_ID, Column.EXTERNAL_ID, Column.USERNAME);
        assertThat(texts.keySet().stream().filter(key -> key.startsWith("importing.column.")))
                .as("one for each column, and one for all references")
                .hasSize(Column.values().length - 9);
    }
}
