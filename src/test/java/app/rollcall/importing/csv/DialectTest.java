package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private static final String PLAIN = "email,first_name,last_name\na@x.org,Anna,Berg\nb@x.org,Bob,Lee\n";

    @Test
    @DisplayName("case 23: semicolons, with decimal commas in a column of no concern")
    void semicolons() {
        Csv csv = Csv.of("email;first_name;score\na@x.org;Anna;1,5\nb@x.org;Bob;2,25\n");
        assertThat(csv.file().dialect().delimiter()).isEqualTo(';');
        assertThat(csv.outcome()).containsExactly("2:", "3:");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\t', '|', ',', ';'})
    @DisplayName("cases 24, 25: tab, pipe, comma and semicolon are found, and can be chosen")
    void delimiters(char delimiter) {
        byte[] bytes = Csv.bytes(PLAIN.replace(',', delimiter));
        assertThat(Csv.of(bytes).file().dialect().delimiter()).isEqualTo(delimiter);
        Csv chosen = Csv.of(bytes, new DialectChoice(null, delimiter), ReadingLimits.DEFAULT);
        assertThat(chosen.rows()).extracting(StagedRow::lastName).containsExactly("Berg", "Lee");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\uFEFFsep=;\r"})
    @DisplayName("case 26: sep= hint is not a header")
    void hint(String hint) {
        Csv csv = Csv.of(hint + "email;first_name\na@x.org;Anna, B\n");
        assertThat(csv.file().dialect().delimiter()).isEqualTo(';');
        assertThat(csv.file().dialect().headerLine()).isEqualTo(2);
        assertThat(csv.outcome()).containsExactly("3:");
        assertThat(csv.first().firstName()).isEqualTo("Anna, B");
    }

    @Test
    @DisplayName("case 26: a hint decides even where another delimiter cuts evenly")
    void hintDecides() {
        assertThat(Csv.of("sep=|\nemail|first_name\na@x.org|A,B\n").first().firstName())
                .isEqualTo("A,B");
    }

    @Test
    @DisplayName("case 27: rows with another separator are refused one by one")
    void mixedSeparators() {
        assertThat(Csv.of(PLAIN + "c@x.org;Cy;Lee\nd@x.org,Di,Lee\n").outcome())
                .containsExactly("2:", "3:", "4:too_few_columns", "5:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("case 28: each kind of line end, with right line numbers")
    void lineEnds(String end) {
        Csv csv = Csv.of(PLAIN.replace("\n", end) + end + "bad,Cy,Lee");
        assertThat(csv.outcome()).containsExactly("2:", "3:", "5:email_malformed");
    }

    @Test
    @DisplayName("case 28: mixed line ends, with right line numbers")
    void mixedLineEnds() {
        Csv csv = Csv.of("email\ra@x.org\r\n\nb@x.org\n\r\nc@x.org\r\r\nd@x.org");
        assertThat(csv.outcome()).containsExactly("2:", "4:", "6:", "8:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "\r\n\r\n"})
    @DisplayName("case 29: no line end at the end, or several: no phantom row")
    void ends(String end) {
        assertThat(Csv.of("email\na@x.org" + end).outcome()).containsExactly("2:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    @DisplayName("case 30: a line break within a name refuses the row; later lines stay physical")
    void quotedLineBreak(String end) {
        Csv csv = Csv.of(("email,first_name,note\na@x.org,\"An~na\",x\nb@x.org,Bob,\"two~lines\"\nc@x.org,Cy,\n")
                .replace("~", "\n")
                .replace("\n", end));
        assertThat(csv.outcome()).containsExactly("2:line_break_in_name", "4:", "6:");
    }

    @Test
    @DisplayName("case 31: doubled quotes")
    void doubledQuotes() {
        assertThat(Csv.row("a@x.org,\"Anna \"\"Nan\"\" B\",\"\",,").firstName()).isEqualTo("Anna \"Nan\" B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.org,\"Anna \\\"Nan\\\" B\",Berg,,",
                "a@x.org,\"Anna \\\", \\\"x\\\" B\",Berg,,",
                "a@x.org,Anna \"Nan\" B,Berg,,",
                "a@x.org,\"Anna\"B,Berg,,",
                "a@x.org,An\"na,Berg,,"
            })
    @DisplayName("cases 32, 33: escaped by backslash, or loose in the middle: the row is refused, no column shifts")
    void strayQuotes(String row) {
        Csv csv = Csv.of(Csv.HEAD + row + "\nb@x.org,Bob,Lee,,\n");
        assertThat(csv.outcome()).containsExactly("2:stray_quote", "3:");
        assertThat(csv.first().email()).isEqualTo("a@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p%d@x.org,Anna,Berg,,\n",
                "\"p%d@x.org\",\"Anna\",\"Berg\",\"\",\"\"\n",
                "p%d@x.org,\"Anna, B\",Berg,,\n"
            })
    @DisplayName("case 34: an unclosed quote names its own line, and the rows after it are read")
    void unclosedQuote(String template) {
        StringBuilder file = new StringBuilder(Csv.HEAD);
        for (int i = 1; i <= 100_000; i++) {
            file.append(i == 10 ? "q@x.org,\"Quentin,Berg,,\n" : template.formatted(i));
        }
        Csv csv = Assertions.assertTimeout(Duration.ofSeconds(20), () -> Csv.of(file.toString()));
        assertThat(csv.rows()).hasSize(100_000);
        assertThat(csv.rows().stream().filter(row -> row.problem() != null))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.line()).isEqualTo(11);
                    assertThat(row.rowNo()).isEqualTo(10);
                    assertThat(row.email()).isEqualTo("q@x.org");
                    assertThat(Csv.code(row)).isEqualTo("unclosed_quote");
                });
    }

    @Test
    @DisplayName("case 34: an unclosed quote that a later quote seems to close still hides no row")
    void unclosedQuoteClosedByAnother() {
        assertThat(Csv.of(Csv.HEAD
                                + "a@x.org,\"Anna,Berg,,\nb@x.org,Bob,Lee,,\nc@x.org,Cy,\",Lee\",,\nd@x.org,Di,Lee,,\n")
                        .outcome())
                .containsExactly("2:unclosed_quote", "3:", "4:", "5:");
        assertThat(Csv.of(Csv.HEAD + "a@x.org,Anna,Berg,,\nb@x.org,Bob,Lee,,\"").outcome())
                .containsExactly("2:", "3:unclosed_quote");
    }

    @Test
    @DisplayName("case 35: single quotes are text")
    void singleQuotes() {
        assertThat(Csv.row("a@x.org,'Anna',Berg,,").firstName()).isEqualTo("'Anna'");
    }

    @Test
    @DisplayName("cases 36, 37: too few or too many columns, with both numbers")
    void columnCount() {
        assertThat(Csv.row("a@x.org,Anna,Berg").problem())
                .isEqualTo(new Problem(ProblemReason.TOO_FEW_COLUMNS, "", "3/5"));
        assertThat(Csv.row("a@x.org,Anna,Berg, Dr.,course,X-1").problem())
                .isEqualTo(new Problem(ProblemReason.TOO_MANY_COLUMNS, "", "6/5"));
    }

    @Test
    @DisplayName("case 38: separators at the end of all rows")
    void trailingSeparators() {
        assertThat(Csv.of("email,first_name,,\na@x.org,Anna,,\nb@x.org,Bob\n").outcome())
                .containsExactly("2:", "3:");
        assertThat(Csv.of("email,first_name\na@x.org,Anna,,\n").outcome()).containsExactly("2:");
    }

    @Test
    @DisplayName("case 39: blank rows are passed over and counted")
    void blankRows() {
        Csv csv = Csv.of(Csv.HEAD + "a@x.org,Anna,Berg,,\n,,,,\n\n \n\"\",,,,\n");
        assertThat(csv.rows()).hasSize(1);
        assertThat(csv.file().blankRows()).isEqualTo(4);
    }

    @Test
    @DisplayName("case 40: blanks around cells and quotes")
    void blanks() {
        StagedRow row = Csv.row(" a@x.org , \"Anna\" , Berg\t,course, 00042 ");
        assertThat(row).isEqualTo(new StagedRow(1, 2, "a@x.org", "Anna", "Berg", "course", "00042", Map.of(), null));
    }

    @Test
    @DisplayName("case 42: the second table of a file is refused row by row")
    void secondTable() {
        Csv csv = Csv.of(PLAIN + "\ncourse,seats\nFIRE-2026,12\nGDPR-101,3\n");
        assertThat(csv.outcome())
                .containsExactly("2:", "3:", "5:too_few_columns", "6:too_few_columns", "7:too_few_columns");
    }

    @Test
    @DisplayName("case 43: a cell of 1 MB and a line of 10 MB refuse their rows only")
    void hugeCells() {
        String huge = "x".repeat(1_000_000);
        String cells = "y,".repeat(5_000_000);
        Csv csv = Csv.of(Csv.HEAD + "a@x.org," + huge + ",Berg,,\nb@x.org,\"" + huge + "\",Lee,,\n" + cells
                + "\nc@x.org,Cy,Lee,,\nd@x.org,\"" + huge);
        assertThat(csv.outcome())
                .containsExactly("2:field_too_long", "3:field_too_long", "4:row_too_long", "5:", "6:field_too_long");
        assertThat(csv.rows().toString()).hasSizeLessThan(20_000);
    }

    @Test
    @DisplayName("case 43: a cell of exactly the limit is read, quoted or not")
    void cellAtLimit() {
        String id = "x".repeat(65_536);
        assertThat(Csv.of("email,note\na@x.org," + id + "\nb@x.org,\"" + id + "\"\nc@x.org,x" + id + "\n")
                        .outcome())
                .containsExactly("2:", "3:", "4:field_too_long");
    }

    @Test
    @DisplayName("cases 34, 43: after a huge broken row of several lines the lines are still counted right")
    void hugeAndBroken() {
        String huge = "z".repeat(300_000);
        Csv csv = Csv.of("email,note\na@x.org,\"two\nlines\" \"" + huge + "\nb@x.org,x\nc@x.org,\"" + huge
                + "\nd@x.org,\"a\nb\"\n\"e@x.org\",\"" + huge + "\"\nf@x.org,y\n");
        assertThat(csv.outcome())
                .containsExactly("2:stray_quote", "4:", "5:field_too_long", "6:", "8:field_too_long", "9:");
    }
}
