package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.FailedReason;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.OnError;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
    @DisplayName("A failed row is fixed in place: saved, it is imported, and the result is that of a clean import")
    void fix() {
        over(ON_PAGE, GOOD, BAD);
        until(() -> assertThat(GridKt._size(grid())).isEqualTo(1));
        LocatorJ._click((Button) GridKt._getCellComponent(grid(), 0, "fix"));
        FixDialog dialog = LocatorJ._get(FixDialog.class);
        assertThat(text(LocatorJ._get(dialog, Div.class, spec -> spec.withId("why-failed"))))
                .contains("is not an e-mail address");
        LocatorJ._setValue(LocatorJ._get(TextField.class, spec -> spec.withId("fix-email")), "b@example.org");
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
    @DisplayName("Case 21 A list with a file that was imported before says so, and can be imported all the same")
    void sameFile() {
        over(ON_PAGE, GOOD);
        adding(GOOD);

        until(() -> assertThat(text(LocatorJ._get(AgainNote.class)))
                .startsWith("The same file was imported before: list.csv, just now. You can import it again"));
        assertThat(button("validate").isEnabled()).isTrue();
    }

    /** An import of these lines that is over, shown. */
    private ImportId over(boolean inWindow, String... lines) {
        ImportId id = review(lines);
        imports.confirm(mira, id, OnError.SKIP_ROWS, found(id).version()).block();
        until(() -> assertThat(found(id).job().state().ended()).isTrue());
        if (inWindow) {
            window = application.getBean(ImportPanel.class);
            UI.getCurrent().removeAll();
            window.open(id);
            UI.getCurrent().add(window);
            UI.getCurrent().add(window.foot());
        }
        return id;
    }

    private static FailedGrid grid() {
        return LocatorJ._get(FailedGrid.class);
    }

    @SuppressWarnings("unchecked")
    private static Select<FailedReason> reasons() {
        return LocatorJ._get(Select.class, spec -> spec.withId("failed-reason"));
    }
}
