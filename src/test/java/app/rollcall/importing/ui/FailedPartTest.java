package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.FailedReason;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The rows that failed, in the window and on the page, and what can be done about them there. */
class FailedPartTest extends ImportPanelScene {

    private static final boolean IN_WINDOW = true;
    private static final boolean ON_PAGE = false;

    private ImportPanel window;

    @Test
    @DisplayName("MA-16, MA-17 Fewer than 50 failures: summary, table of user and reason, and Download List")
    void few() {
        over(IN_WINDOW, GOOD, BAD);
        until(() -> assertThat(in(window, H2.class, "result").getText())
                .isEqualTo("Import process completed: 1 of 2 rows imported, 1 row was not."));

        FailedGrid table = in(window, FailedGrid.class);
        assertThat(GridKt._size(table)).isEqualTo(1);
        assertThat(text(GridKt._getCellComponent(table, 0, "email"))).isEqualTo("b.example.org");
        assertThat(text(in(window, Anchor.class, "download-failed"))).isEqualTo("Download List");
        assertThat(in(window, TextField.class, "find-failed").isVisible()).isFalse();
    }

    @Test
    @DisplayName(
            "MA-18, C5 50 or more failures: no table in the window, only Download List; on the import's page the table"
                    + " can be searched")
    void many() {
        String[] lines = IntStream.range(0, 51)
                .mapToObj(i -> i == 0 ? GOOD : "b" + i + (i == 7 ? ".example.org" : ""))
                .map(line -> line.equals(GOOD) ? line : line + ",Bo,B,,")
                .toArray(String[]::new);
        ImportId id = over(IN_WINDOW, lines);
        until(() -> assertThat(text(in(window, Paragraph.class, "failed-many")))
                .startsWith("50 rows are too many to show here."));
        assertThat(in(window, FailedGrid.class).isVisible()).isFalse();
        in(window, Anchor.class, "download-failed");

        UI.getCurrent().remove(window);
        show(id);
        until(() -> assertThat(GridKt._size(grid())).isEqualTo(50));
        LocatorJ._setValue(LocatorJ._get(TextField.class, spec -> spec.withId("find-failed")), "B7.");
        assertThat(GridKt._size(grid())).isEqualTo(1);
        Select<FailedReason> reasons = reasons();
        until(() -> assertThat(reasons.getListDataView().getItems())
                .containsExactly(new FailedReason("email_malformed", 50)));
    }

    @Test
    @DisplayName("MA-20 A deactivated learner is told of in the requirement's own words")
    void deactivated() {
        database.run(
                "UPDATE person SET status = 'disabled', status_before = 'active' WHERE email = 'here@example.org'");
        over(ON_PAGE, GOOD, "here@example.org,He,Re,course,ILT-LYON");

        until(() -> assertThat(text(GridKt._getCellComponent(grid(), 0, "reason")))
                .isEqualTo("User with the given Email ID or Employee ID is deactivated."));
    }

    @Test
    @DisplayName(
            "MA-17, MA-19 A file of changes only whose rows name nobody: in the window each is told by its address or employee ID, in the requirement's own words")
    void namesNobody() {
        changesOnly(IN_WINDOW, "here@example.org,,He,Red", "nobody@example.org,,No,Body", ",E-77,Still,Nobody");
        until(() -> assertThat(in(window, H2.class, "result").getText())
                .isEqualTo("Import process completed: 1 of 3 rows imported, 2 rows were not."));

        FailedGrid table = in(window, FailedGrid.class);
        assertThat(text(GridKt._getCellComponent(table, 0, "email"))).isEqualTo("nobody@example.org");
        assertThat(text(GridKt._getCellComponent(table, 1, "email"))).isEqualTo("E-77");
        assertThat(text(GridKt._getCellComponent(table, 0, "reason"))).isEqualTo("Employee ID or Email ID not found");
        assertThat(text(GridKt._getCellComponent(table, 1, "reason"))).isEqualTo("Employee ID or Email ID not found");
    }

    @Test
    @DisplayName("OM-55 The reasons to choose by are told in words, with how many rows each has")
    void reasonsInWords() {
        over(ON_PAGE, GOOD, BAD, "c@example.org,Cy,C,course,NO-SUCH");
        until(() -> assertThat(reasons().getListDataView().getItems()).hasSize(2));

        assertThat(reasons().getListDataView().getItems().map(reasons().getItemLabelGenerator()::apply))
                .containsExactly("Not an e-mail address (1)", "No such course or product (1)");
    }

    @Test
    @DisplayName("A row that names its person by employee ID is fixed by its ID, or given any other of the row's names")
    void fixEmployeeId() {
        database.run("UPDATE person SET employee_id = 'E-7' WHERE email = 'here@example.org'");
        database.learner("other@example.org", "Ot", "Her");
        changesOnly(ON_PAGE, "other@example.org,,Ot,Hers", ",E-77,He,Red");
        fixFirst();
        TextField employeeId = field("employee_id");
        assertThat(employeeId.getValue()).isEqualTo("E-77");
        assertThat(employeeId.isInvalid()).isTrue();
        LocatorJ._setValue(employeeId, "E-7");
        LocatorJ._click(button("save-fix"));

        until(() -> assertThat(
                        LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Import process completed and 2 users imported successfully."));
        assertThat(database.text("SELECT last_name FROM person WHERE employee_id = 'E-7'"))
                .isEqualTo("Red");
    }

    @Test
    @DisplayName(
            "What is typed into a failed row is judged field by field, in sentences; what is saved and still wrong says why, and nothing typed is lost")
    void stillWrong() {
        over(ON_PAGE, GOOD, BAD);
        fixFirst();
        LocatorJ._setValue(field("email"), "b@example");
        assertThat(field("email").isInvalid()).isTrue();
        assertThat(field("email").getErrorMessage()).startsWith("“b@example” in line 3 is not an e-mail address");
        LocatorJ._click(button("save-fix"));
        LocatorJ._setValue(field("email"), "b@example.org");
        assertThat(field("email").isInvalid()).isFalse();
        LocatorJ._setValue(field("last_name"), "Bo\u202Ee");
        assertThat(field("last_name").getErrorMessage()).contains("holds invisible control characters");

        LocatorJ._setValue(field("last_name"), "Boe");
        LocatorJ._setValue(field("item_type"), "course");
        LocatorJ._setValue(field("item_id"), "NO-SUCH");
        LocatorJ._click(button("save-fix"));
        until(() -> assertThat(why()).startsWith("There is no course with the ID “NO-SUCH”"));
        assertThat(field("item_id").isInvalid()).isTrue();
        assertThat(field("last_name").getValue()).isEqualTo("Boe");
    }

    @Test
    @DisplayName("A row with a fault in a column of its own, as a due date, is fixed in that column")
    void fixDueDate() {
        ImportId id = upload("email,due_date\na@example.org,2026-12-31\nb@example.org,31/02/2026\n"
                .getBytes(StandardCharsets.UTF_8));
        end(ON_PAGE, id);
        fixFirst();
        assertThat(field("due_date").getValue()).isEqualTo("31/02/2026");
        LocatorJ._setValue(field("due_date"), "2026-02-28");
        LocatorJ._click(button("save-fix"));

        until(() -> assertThat(found(id).job().state()).isEqualTo(JobState.COMPLETED));
    }

    @Test
    @DisplayName("What no change of a cell mends, as too few columns, is not offered to be fixed")
    void notFixable() {
        over(ON_PAGE, GOOD, "b@example.org");
        until(() -> assertThat(GridKt._size(grid())).isEqualTo(1));

        assertThat(GridKt._getCellComponent(grid(), 0, "fix")).isNotInstanceOf(Button.class);
    }

    @Test
    @DisplayName("A failed row is fixed in place: saved, it is imported, and the result is that of a clean import")
    void fix() {
        over(ON_PAGE, GOOD, BAD);
        fixFirst();
        assertThat(why()).contains("is not an e-mail address");
        LocatorJ._setValue(field("email"), "b@example.org");
        LocatorJ._click(button("save-fix"));

        until(() -> assertThat(
                        LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Import process completed and 2 users imported successfully."));
    }

    @Test
    @DisplayName("The failed rows are tried again from the result, which then leads to the people who are in")
    void again() {
        ImportId id = over(ON_PAGE, GOOD, BAD);
        until(() -> LocatorJ._assertOne(ResultStep.class));
        LocatorJ._click(button("retry"));
        until(() -> assertThat(database.text("SELECT string_agg(verb, ', ' ORDER BY id) FROM audit_entry"))
                .endsWith("retried, imported"));
        until(() -> LocatorJ._assertOne(Button.class, spec -> spec.withId("show-people")));
        assertThat(found(id).job().state()).isEqualTo(JobState.COMPLETED_WITH_ERRORS);
    }

    @Test
    @DisplayName(
            "Case 21 A list with a file that was imported before, whatever its name, says so, leads to that import, and can be imported all the same")
    void sameFile() {
        ImportId first = over(ON_PAGE, GOOD);
        ImportId again = Objects.requireNonNull(
                imports.upload(mira, UUID.randomUUID(), "copy.csv", Flux.just(ByteBuffer.wrap(file(GOOD))))
                        .block());
        reaches(again, Step.ADDING);
        show(again);

        until(() -> assertThat(text(LocatorJ._get(AgainNote.class)))
                .startsWith("The same content was imported before, as list.csv, just now. You can import it again"));
        assertThat(in(LocatorJ._get(AgainNote.class), Anchor.class).getHref()).endsWith("/" + first.value());
        assertThat(button("validate").isEnabled()).isTrue();
    }

    /** An import of these lines that is over, shown. */
    private ImportId over(boolean inWindow, String... lines) {
        ImportId id = upload(file(lines));
        end(inWindow, id);
        return id;
    }

    /** The same of a list that changes people and adds nobody. */
    private void changesOnly(boolean inWindow, String... lines) {
        ImportId id = upload(("email,employee_id,first_name,last_name\n" + String.join("\n", lines) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        reaches(id, Step.ADDING);
        database.run("UPDATE import SET mode = 'update' WHERE job_id = ?", id.value());
        end(inWindow, id);
    }

    private void end(boolean inWindow, ImportId id) {
        reaches(id, Step.ADDING);
        imports.validate(mira, id).block();
        reaches(id, Step.CHECKING);
        show(id);
        until(() -> LocatorJ._assertOne(CheckStep.class));
        imports.confirm(mira, id, OnError.SKIP_ROWS, found(id).version()).block();
        until(() -> assertThat(found(id).job().state().ended()).isTrue());
        if (inWindow) {
            window = application.getBean(ImportPanel.class);
            UI.getCurrent().removeAll();
            window.open(id);
            UI.getCurrent().add(window);
            UI.getCurrent().add(window.foot());
        }
    }

    private static void fixFirst() {
        until(() -> assertThat(GridKt._size(grid())).isEqualTo(1));
        LocatorJ._click((Button) GridKt._getCellComponent(grid(), 0, "fix"));
    }

    private static TextField field(String column) {
        return LocatorJ._get(TextField.class, spec -> spec.withId("fix-" + column));
    }

    private static String why() {
        return text(LocatorJ._get(Div.class, spec -> spec.withId("why-failed")));
    }

    private static FailedGrid grid() {
        return LocatorJ._get(FailedGrid.class);
    }

    @SuppressWarnings("unchecked")
    private static Select<FailedReason> reasons() {
        return LocatorJ._get(Select.class, spec -> spec.withId("failed-reason"));
    }
}
