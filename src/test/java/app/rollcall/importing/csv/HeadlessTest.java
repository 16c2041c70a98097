package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.FileSample.FileColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files whose first line is data, since a person said so. */
class HeadlessTest {

    private static Csv read(String text, Pick... picks) {
        return Csv.of(Csv.bytes(text), ColumnChoice.headless(List.of(picks)));
    }

    private static Unreadable refused(String text, Pick... picks) {
        return assertThrows(Unreadable.class, () -> read(text, picks));
    }

    private static Csv pasted(String text) {
        return Csv.of(Csv.bytes(text), ReadingChoice.DETECT.ofPaste(), ReadingLimits.DEFAULT);
    }

    @Test
    @DisplayName("case 4: once a person says that the first line is data, it is the first row")
    void firstLine() {
        Csv csv = read(
                "\nanna@x.org,Anna,Berg\nbob@x.org,Bob,Lee\n", Pick.at(1, Column.EMAIL), Pick.at(2, Column.FIRST_NAME));
        assertThat(csv.outcome()).containsExactly("2:", "3:");
        assertThat(csv.rows()).extracting(StagedRow::firstName).containsExactly("Anna", "Bob");
        assertThat(csv.file().dialect().headerLine()).isZero();
        assertThat(csv.file().columns().headings()).containsEntry(Column.FIRST_NAME, "#2");
        assertThat(csv.file().columns().ignored()).containsExactly("#3");
    }

    @Test
    @DisplayName("case 4: the one column of addresses is found, unless a person says otherwise")
    void addressesFound() {
        assertThat(read("Anna;a@x.org\nBob;b@x.org\n").rows())
                .extracting(StagedRow::email)
                .containsExactly("a@x.org", "b@x.org");
        assertThat(read("a@x.org,aberg\n", Pick.at(1, null), Pick.at(2, Column.USERNAME))
                        .first())
                .extracting(StagedRow::email, row -> row.field(Column.USERNAME))
                .containsExactly("", "aberg");
    }

    @Test
    @DisplayName("case 49: without headings somebody must say which column tells who people are")
    void nobody() {
        assertThat(refused("00042,C-1\n").refusal()).isEqualTo(FileRefusal.COLUMNS_NOT_PICKED);
        assertThat(refused("a@x.org,b@x.org\n").refusal()).isEqualTo(FileRefusal.COLUMNS_NOT_PICKED);
        assertThat(refused("Anna,Berg\n", Pick.at(9, Column.EMAIL)).refusal())
                .isEqualTo(FileRefusal.COLUMNS_NOT_PICKED);
        assertThat(read("00042,C-1\n", Pick.at(1, Column.EMPLOYEE_ID)).outcome())
                .containsExactly("1:");
    }

    @Test
    @DisplayName("a column of items says nothing of its type without a heading: it is courses, where no column tells")
    void items() {
        Pick item = Pick.at(2, Column.ITEM_ID);
        assertThat(read("a@x.org,C-1\n", item).first().itemType()).isEqualTo("course");
        assertThat(read("a@x.org,P-1,product\n", item, Pick.at(3, Column.ITEM_TYPE))
                        .first()
                        .itemType())
                .isEqualTo("product");
    }

    @Test
    @DisplayName("cases 36-39: the first line says how many cells a row has; blank ones at its end are no obstacle")
    void width() {
        Csv csv = read(
                "a@x.org,Anna,,\nb@x.org\nc@x.org,Cy,Lee,,\nd@x.org,Di,Lee,x,y\n,,,\ne@x.org,Ed,Lee\n",
                Pick.at(2, Column.FIRST_NAME),
                Pick.at(3, Column.LAST_NAME));
        assertThat(csv.outcome()).containsExactly("1:", "2:too_few_columns", "3:", "4:too_many_columns", "6:");
        assertThat(csv.rows().getLast().lastName()).isEqualTo("Lee");
        assertThat(csv.file().blankRows()).isEqualTo(1);
    }

    @Test
    @DisplayName("cases 26, 34, 52: a hint is no row, a broken first line is told, headings after all are no person")
    void firstLines() {
        assertThat(read("sep=;\na@x.org;Anna\n").outcome()).containsExactly("2:");
        assertThat(refused("\"a@x.org,Anna\nb@x.org,Bob\n").refusal()).isEqualTo(FileRefusal.HEADER_DAMAGED);
        Csv csv = read("email,first_name\na@x.org,Anna\n", Pick.at(1, Column.EMAIL), Pick.at(2, Column.FIRST_NAME));
        assertThat(csv.outcome()).containsExactly("1:looks_like_header", "2:");
    }

    @Test
    @DisplayName("case 4: the sample shows the first line as data, and which columns may hold addresses")
    void sample() throws IOException {
        FileSample one = sample("a@x.org,Anna,\nb@x.org,Bob,\n");
        assertThat(one.refused()).isNull();
        assertThat(one.columns())
                .containsExactly(
                        new FileColumn("", Column.EMAIL, null),
                        new FileColumn("", null, null),
                        new FileColumn("", null, null));
        assertThat(one.rows()).containsExactly(List.of("a@x.org", "Anna", ""), List.of("b@x.org", "Bob", ""));

        FileSample two = sample("a@x.org,Anna,c@x.org\nb@x.org,Bob,\n");
        assertThat(two.refused()).extracting(Unreadable::refusal).isEqualTo(FileRefusal.COLUMNS_NOT_PICKED);
        assertThat(two.columns()).extracting(FileColumn::guess).containsExactly(Column.EMAIL, null, Column.EMAIL);
        assertThat(two.rows()).hasSize(2);
        assertThat(two.preset()).isNull();
    }

    private static FileSample sample(String text) throws IOException {
        return FileSample.of(
                new ByteArrayInputStream(Csv.bytes(text)),
                ReadingLimits.DEFAULT,
                new ReadingChoice(DialectChoice.DETECT, ColumnChoice.headless(List.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@x.org", "a@x.org\nb@x.org\n", "\r\n a@x.org \r\n\r\n\"b@x.org\"\r\n", "a@x.org;\nb@x.org;\n"})
    @DisplayName(
            "case 4: pasted addresses, one in a line and nothing else, are read without asking; a file of them is not")
    void bare(String text) {
        assertThat(pasted(text).rows())
                .extracting(StagedRow::email)
                .isSubsetOf("a@x.org", "b@x.org")
                .contains("a@x.org");
        assertThat(Csv.refused(text).refusal()).isEqualTo(FileRefusal.HEADER_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x.org\tAnna\nb@x.org\tBob\n", "a@x.org\nnot one\n", "a@x.org\n\"b@x.org\n"})
    @DisplayName("case 4: other pasted cells without headings are asked about, as a file is")
    void notBare(String text) {
        assertThat(assertThrows(Unreadable.class, () -> pasted(text)).refusal()).isEqualTo(FileRefusal.HEADER_MISSING);
    }

    @Test
    @DisplayName("pasted cells with headings, and those a person has chosen about, are read as they are")
    void pastedOtherwise() {
        assertThat(pasted("email\na@x.org\n").outcome()).containsExactly("2:");
        ReadingChoice chosen = new ReadingChoice(DialectChoice.DETECT, ColumnChoice.of(List.of())).ofPaste();
        assertThat(assertThrows(Unreadable.class, () -> Csv.of(Csv.bytes("a@x.org\n"), chosen, ReadingLimits.DEFAULT))
                        .refusal())
                .isEqualTo(FileRefusal.HEADER_MISSING);
    }

    @Test
    @DisplayName("of a long paste the beginning decides; a line that is no address is refused by itself")
    void longPaste() {
        Csv csv = pasted("person@example.org\n".repeat(4000) + "not one\n");
        assertThat(csv.rows()).hasSize(4001);
        assertThat(Csv.code(csv.rows().getLast())).isEqualTo("email_malformed");
    }
}
