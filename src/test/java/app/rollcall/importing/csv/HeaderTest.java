package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @Test
    @DisplayName("case 41: title rows above the headings: the file is refused, and says where the headings are")
    void titleRows() {
        Unreadable refused =
                Csv.refused("Learners of the north;;\nas of 2026\n\nemail;first_name;last_name\na@x.org;A;B\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADER_NOT_FIRST);
        assertThat(refused.arguments()).isEqualTo(List.of(4, "Learners of the north;;"));
    }

    @Test
    @DisplayName("case 41: blank lines above the headings do no harm")
    void blankLinesAbove() {
        Csv csv = Csv.of("\n\nemail\na@x.org\n");
        assertThat(csv.file().dialect().headerLine()).isEqualTo(3);
        assertThat(csv.outcome()).containsExactly("4:");
    }

    @Test
    @DisplayName("case 44: 2,000 columns are refused with a short list")
    void manyColumns() {
        String extra = IntStream.range(0, 1999).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Unreadable refused = Csv.refused("email," + extra + "\na@x.org\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.TOO_MANY_COLUMNS);
        assertThat(refused.arguments().subList(0, 2)).isEqualTo(List.of(2000, 200));
        assertThat(refused.arguments().getLast().toString())
                .startsWith("c0, c1")
                .hasSizeLessThan(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LAST_NAME,first name,E-Mail",
                "Surname,Given Name,email address",
                "last-name,First Name [Required],Email ID",
                "Last Name*,First\u00A0Name,\u200Bemail\uFEFF",
                "\"Last\nName\",\"first_name (text)\",e_mail"
            })
    @DisplayName("cases 45, 50: any order, case, blanks, marks and invisible characters")
    void variants(String headings) {
        StagedRow row = Csv.of(headings + "\nBerg,Anna,a@x.org\n").first();
        assertThat(List.of(row.email(), row.firstName(), row.lastName())).isEqualTo(List.of("a@x.org", "Anna", "Berg"));
    }

    @Test
    @DisplayName("case 45: the mapping can be shown")
    void mapping() {
        Csv csv = Csv.of("E-Mail,Given Name [Required],Enrollment Type,Enrollment ID\na@x.org,Anna,Course,C-1\n");
        assertThat(csv.file().columns().headings())
                .containsEntry(Column.EMAIL, "E-Mail")
                .containsEntry(Column.FIRST_NAME, "Given Name [Required]")
                .containsEntry(Column.ITEM_TYPE, "Enrollment Type")
                .containsEntry(Column.ITEM_ID, "Enrollment ID");
    }

    @Test
    @DisplayName("case 45: a column named course id says the type itself")
    void courseId() {
        Csv csv = Csv.of("email,course id\na@x.org,C-1\nb@x.org,\n");
        assertThat(csv.rows()).extracting(StagedRow::itemType).containsExactly("course", "");
        assertThat(csv.outcome()).containsExactly("2:", "3:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email,email", "email,E-Mail", "Email,first_name,email address"})
    @DisplayName("case 46: a heading twice")
    void twice(String headings) {
        assertThat(Csv.refused(headings + "\na@x.org,b\n").refusal()).isEqualTo(FileRefusal.HEADING_TWICE);
    }

    @Test
    @DisplayName("cases 47, 48: empty and unknown headings are ignored and said so")
    void unknown() {
        Csv csv = Csv.of("email,,shoe_size,first_name\na@x.org,?,42,Anna\n");
        assertThat(csv.file().columns().ignored()).containsExactly("#2", "shoe_size");
        assertThat(csv.first().firstName()).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee_id", "Staff ID", "external id", "Login"})
    @DisplayName("case 49: a column that says by another name who people are does instead of one of addresses")
    void otherName(String heading) {
        Csv csv = Csv.of(heading + ",course\n00042,C-1\n");
        assertThat(csv.outcome()).containsExactly("2:");
        assertThat(csv.first().fields()).containsValue("00042");
        assertThat(csv.file().columns().read()).hasSize(2).doesNotContain(Column.EMAIL);
    }

    @Test
    @DisplayName("case 4: a first line of data is not taken for headings because one of its cells reads like one")
    void dataLikeHeadings() {
        Unreadable refused = Csv.refused("login,a@x.org\nblee,b@x.org\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADER_MISSING);
        assertThat(refused.arguments()).containsExactly("login,a@x.org");
    }

    @Test
    @DisplayName("case 41: title rows above headings that name people by their IDs")
    void titleAboveIds() {
        Unreadable refused = Csv.refused("Learners of the north\nstaff_id,course\n00042,C-1\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADER_NOT_FIRST);
        assertThat(refused.arguments().getFirst()).isEqualTo(2);
    }

    @Test
    @DisplayName("case 49: no column that says who people are: the headings found are listed")
    void noEmail() {
        Unreadable refused = Csv.refused("first_name,last_name,shoe\nAnna,Berg,42\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.EMAIL_COLUMN_MISSING);
        assertThat(refused.arguments()).containsExactly("first_name, last_name, shoe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0435mail", "em\u0430il", "\u0435m\u0430\u0456l"})
    @DisplayName("case 50: a heading with Cyrillic letters is refused, not ignored")
    void lookalike(String heading) {
        Unreadable refused = Csv.refused(heading + ",first_name\na@x.org,Anna\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADING_LOOKALIKE);
        assertThat(refused.arguments()).containsExactly(heading, "email");
    }

    @Test
    @DisplayName("case 51: a heading in another language is refused with an offer")
    void localised() {
        Unreadable refused = Csv.refused("email;Vorname;Nachname\na@x.org;Anna;Berg\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADING_LOCALISED);
        assertThat(refused.arguments()).containsExactly("Vorname", "first_name");
    }

    @Test
    @DisplayName("case 52: headings again in the middle, as joined files have them")
    void headingsAgain() {
        Csv csv = Csv.of("email,first_name\na@x.org,Anna\nE-Mail,First Name\nb@x.org,Bob\n");
        assertThat(csv.outcome()).containsExactly("2:", "3:looks_like_header", "4:");
    }

    @Test
    @DisplayName("case 53: our own result file: helper columns are passed over")
    void resultFile() {
        Csv csv = Csv.of("_line,_status,_message,email,first_name\n7,error,bad,a@x.org,Anna\n");
        assertThat(csv.file().columns().ignored()).isEmpty();
        assertThat(csv.first()).isEqualTo(new StagedRow(1, 2, "a@x.org", "Anna", "", "", "", Map.of(), null));
    }

    @Test
    @DisplayName("a heading row with an unclosed quote is refused with its line")
    void damaged() {
        assertThat(Csv.refused("email,\"first\na@x.org,Anna\n").refusal()).isEqualTo(FileRefusal.HEADER_DAMAGED);
    }
}
