package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.rollcall.importing.csv.ColumnChoice.Pick;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnChoiceTest {

    private static Csv read(String text, Pick... picks) {
        return Csv.of(Csv.bytes(text), ColumnChoice.of(List.of(picks)));
    }

    private static Unreadable refused(String text, Pick... picks) {
        return assertThrows(Unreadable.class, () -> read(text, picks));
    }

    @Test
    @DisplayName("C6 a file in another language is read once its columns are picked")
    void localised() {
        Csv csv = read(
                "E-Mail;Vorname;Nachname\na@x.org;Anna;Berg\n",
                Pick.named("vorname ", Column.FIRST_NAME),
                Pick.at(3, Column.LAST_NAME));
        assertThat(csv.first().firstName() + csv.first().lastName()).isEqualTo("AnnaBerg");
        assertThat(csv.file().columns().headings()).containsEntry(Column.LAST_NAME, "Nachname");
    }

    @Test
    @DisplayName("C6 a foreign column that is picked as ignored is no obstacle, one that is left open still is")
    void leftOpen() {
        String file = "email;Vorname;Nachname\na@x.org;Anna;Berg\n";
        Csv csv = read(file, Pick.named("Vorname", null), Pick.named("Nachname", null));
        assertThat(csv.first().firstName()).isEmpty();
        assertThat(csv.file().columns().ignored()).containsExactly("Vorname", "Nachname");
        assertThat(refused(file, Pick.named("Vorname", null)).arguments()).containsExactly("Nachname", "last_name");
    }

    @Test
    @DisplayName("C6 case 50: a heading in look-alike letters can be picked")
    void lookalike() {
        Csv csv = read("\u0435mail,first_name\na@x.org,Anna\n", Pick.at(1, Column.EMAIL));
        assertThat(csv.first().email()).isEqualTo("a@x.org");
    }

    @Test
    @DisplayName("C6 case 49: a column of addresses under any heading can be picked")
    void emailPicked() {
        Csv csv = read("contact,name\na@x.org,Anna\n", Pick.named("contact", Column.EMAIL), Pick.at(2, null));
        assertThat(csv.outcome()).containsExactly("2:");
        assertThat(csv.file().columns().ignored()).containsExactly("name");
    }

    @Test
    @DisplayName("C6 a picked column goes before one that has the heading")
    void pickedFirst() {
        Csv csv = read("email,private address\na@x.org,b@x.org\n", Pick.at(2, Column.EMAIL));
        assertThat(csv.first().email()).isEqualTo("b@x.org");
        assertThat(csv.file().columns().ignored()).containsExactly("email");
    }

    @Test
    @DisplayName("C6 case 46: of columns that have the same heading one can be picked, and the others are ignored")
    void oneOfTwins() {
        String file = "email,email,email\na@x.org,b@x.org,c@x.org\n";
        assertThat(read(file, Pick.at(3, Column.EMAIL)).first().email()).isEqualTo("c@x.org");
        assertThat(read(file, Pick.at(1, Column.EMAIL)).first().email()).isEqualTo("a@x.org");
    }

    @Test
    @DisplayName("C6 two columns picked as the same are refused")
    void pickedTwice() {
        assertThat(refused("a,b\na@x.org,b@x.org\n", Pick.at(1, Column.EMAIL), Pick.at(2, Column.EMAIL))
                        .refusal())
                .isEqualTo(FileRefusal.HEADING_TWICE);
    }

    @Test
    @DisplayName("case 4: with columns picked by position, the first person is not taken for headings")
    void noHeadings() {
        assertThat(refused("a@x.org,Anna\nb@x.org,Bob\n", Pick.at(1, Column.EMAIL))
                        .refusal())
                .isEqualTo(FileRefusal.HEADER_MISSING);
    }

    @Test
    @DisplayName("C6 a pick that fits nothing changes nothing")
    void fitsNothing() {
        Csv csv = read("email\na@x.org\n", Pick.at(9, Column.CITY), Pick.named("Ort", Column.CITY));
        assertThat(csv.outcome()).containsExactly("2:");
        assertThat(refused("name\nAnna\n", Pick.at(9, Column.EMAIL)).refusal())
                .isEqualTo(FileRefusal.EMAIL_COLUMN_MISSING);
    }

    @Test
    @DisplayName("C6 case 47: a column without a heading can be picked, even behind all others")
    void withoutHeading() {
        Csv csv = read("email,,\na@x.org,Anna,Berg\n", Pick.at(2, Column.FIRST_NAME), Pick.at(3, Column.LAST_NAME));
        assertThat(csv.first().firstName() + csv.first().lastName()).isEqualTo("AnnaBerg");
        assertThat(csv.file().columns().headings()).containsEntry(Column.LAST_NAME, "#3");
    }

    @Test
    @DisplayName("C6 a course column of another language says the type itself once it is picked")
    void impliedType() {
        Csv csv = read("email,Kurs\na@x.org,C-1\n", Pick.named("Kurs", Column.ITEM_ID));
        assertThat(csv.first().itemType()).isEqualTo("course");
    }

    @Test
    @DisplayName("C6 a choice is kept as a short text and read back")
    void kept() {
        ColumnChoice choice = ColumnChoice.of(List.of(
                Pick.at(2, Column.EMAIL),
                Pick.named("Größe = 5 & #3", Column.ZIP_CODE),
                Pick.named("#1", null),
                Pick.at(7, null)));
        assertThat(choice.format()).isEqualTo("#2=email&Gr%C3%B6%C3%9Fe+%3D+5+%26+%233=zip_code&%231=-&#7=-");
        assertThat(ColumnChoice.parse(choice.format())).isEqualTo(choice);
        assertThat(ColumnChoice.parse("strict")).isEqualTo(ColumnChoice.STRICT);
        assertThat(ColumnChoice.STRICT.format()).isEqualTo("strict");
        assertThat(ColumnChoice.parse("")).isEqualTo(ColumnChoice.of(List.of()));
        ColumnChoice headless = ColumnChoice.headless(List.of(Pick.at(2, Column.EMAIL), Pick.at(7, null)));
        assertThat(headless.format()).isEqualTo("headless&#2=email&#7=-");
        assertThat(ColumnChoice.parse(headless.format())).isEqualTo(headless);
        assertThat(ColumnChoice.parse("headless")).isEqualTo(ColumnChoice.headless(List.of()));
        assertThat(ColumnChoice.parse("headless=email"))
                .isEqualTo(ColumnChoice.of(List.of(Pick.named("headless", Column.EMAIL))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email",
                "=email",
                "#0=email",
                "#x=email",
                "a=nothing",
                "a=email&",
                "strict&a=email",
                "headless&a=email",
                "#1=email&headless"
            })
    @DisplayName("C6 a text that is no choice is refused")
    void noChoice(String text) {
        assertThrows(IllegalArgumentException.class, () -> ColumnChoice.parse(text));
    }
}
