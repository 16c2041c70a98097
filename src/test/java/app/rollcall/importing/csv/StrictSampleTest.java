package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StrictSampleTest {

    private static final String HEADINGS = "Email ID,Employee ID,Due Date,Requirement,Session ID,Message";

    private static Unreadable refused(String headings) {
        byte[] file = Csv.bytes(headings, "\n", "a@x.org,,,,,\n");
        return assertThrows(Unreadable.class, () -> Csv.of(file, ColumnChoice.STRICT));
    }

    @Test
    @DisplayName("MA-12 the sample file is read strictly without a problem, and as any other file, too")
    void sample() {
        for (Csv csv : new Csv[] {Csv.of(StrictSample.csv(), ColumnChoice.STRICT), Csv.of(StrictSample.csv())}) {
            assertThat(csv.outcome()).containsExactly("2:", "3:");
            assertThat(csv.first().fields())
                    .isEqualTo(Map.of(
                            Column.EMPLOYEE_ID, "00042",
                            Column.DUE_DATE, "2026-12-31",
                            Column.REQUIREMENT, "required",
                            Column.MESSAGE, "Welcome to the team"));
            assertThat(csv.file().columns().ignored()).containsExactly("Session ID");
        }
    }

    @Test
    @DisplayName("MA-11 the order of the headings does not matter, nor do blank cells behind them")
    void order() {
        byte[] file = Csv.bytes("Message,Session ID,Requirement,Due Date,Employee ID,Email ID,,\n,,,,,a@x.org,,\n");
        assertThat(Csv.of(file, ColumnChoice.STRICT).first().email()).isEqualTo("a@x.org");
    }

    @Test
    @DisplayName("MA-11, MA-13 a row with no more than an employee ID is fine, one without that and an address is not")
    void employeeId() {
        Csv csv = Csv.of(Csv.bytes(HEADINGS, "\n,00042,,,,\n,,,,,Hello\n"), ColumnChoice.STRICT);
        assertThat(csv.outcome()).containsExactly("2:", "3:email_missing");
        assertThat(csv.first().fields()).isEqualTo(Map.of(Column.EMPLOYEE_ID, "00042"));
    }

    @Test
    @DisplayName("MA-11 case 53: our own result file of such an import can be brought again")
    void resultFile() {
        byte[] file = Csv.bytes("_line,_status,_message,", HEADINGS, "\n7,error,bad,a@x.org,,,,,Hello\n");
        assertThat(Csv.of(file, ColumnChoice.STRICT).first().fields()).isEqualTo(Map.of(Column.MESSAGE, "Hello"));
    }

    @Test
    @DisplayName("MA-11 missing, extra and differently written headings are listed, each in its list")
    void listed() {
        Unreadable refused = refused("email id,Employee ID,Deu Date,E-Mail,Shoe size,Message");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADINGS_NOT_SAMPLE);
        assertThat(refused.arguments())
                .containsExactly(
                        "Requirement, Session ID", "E-Mail, Shoe size", "“email id” (Email ID), “Deu Date” (Due Date)");
    }

    @Test
    @DisplayName("MA-11 a heading too few, too many, twice, or in another case refuses the file")
    void any() {
        assertThat(refused(HEADINGS.replace(",Message", "")).arguments()).containsExactly("Message", "–", "–");
        assertThat(refused(HEADINGS + ",First name").arguments()).containsExactly("–", "First name", "–");
        assertThat(refused(HEADINGS + ",Message").arguments()).containsExactly("–", "Message", "–");
        assertThat(refused(HEADINGS.replace("Session ID", "Session id")).arguments())
                .containsExactly("–", "–", "“Session id” (Session ID)");
        assertThat(refused("email,first_name,last_name").refusal()).isEqualTo(FileRefusal.HEADINGS_NOT_SAMPLE);
    }
}
