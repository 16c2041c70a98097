package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Item;
import app.rollcall.importing.Step;
import app.rollcall.importing.csv.Column;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.ui.Note;
import app.rollcall.ui.Segments;
import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a check shows and what is mended in it. */
class CheckStepTest extends ImportPanelScene {

    private static final String UNKNOWN = "c@example.org,,,course,ILT-LYN";

    @Test
    @DisplayName("OM-46, OM-47 The check shows its four counts: total emails, successful rows, warnings, errors")
    void counts() {
        review(GOOD, BAD, ENROLLED);

        assertThat(text(LocatorJ._get(FilterCards.class)))
                .startsWith("Total emails3Successful rows1Warnings1Errors11 new0 updated1 unchanged0 conflicts");
        assertThat(card("filter-all").getElement().getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    @DisplayName("OM-47 Each count, pressed, shows the addresses it counts")
    void filter() {
        review(GOOD, BAD, ENROLLED);
        LocatorJ._click(card("filter-errors"));

        assertThat(GridKt._findAll(groups())).extracting(EmailGroup::email).containsExactly("b.example.org");
        assertThat(card("filter-errors").getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(card("filter-all").getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    @DisplayName(
            "OM-48 Each address expands to its lines; one with something to mend is open when it is first seen, and stays as one leaves it")
    void expand() {
        review(GOOD, BAD, "a@example.org,,,product,ONB-BASIC");
        until(() -> assertThat(groups().isDetailsVisible(group(1))).isTrue());
        assertThat(groups().isDetailsVisible(group(0))).isFalse();
        assertThat(text(head(0))).isEqualTo("a@example.org2 rowsNewValid");

        LocatorJ._click(in(head(0), NativeButton.class));
        LocatorJ._click(in(head(1), NativeButton.class));
        assertThat(groups().isDetailsVisible(group(0))).isTrue();
        assertThat(groups().isDetailsVisible(group(1))).isFalse();
        assertThat(text(lines(0))).contains("line 2", "Fire safety", "line 4", "Onboarding, basic");
        LocatorJ._click(card("filter-errors"));
        LocatorJ._click(card("filter-all"));
        MockVaadin.clientRoundtrip(false);
        assertThat(groups().isDetailsVisible(group(1))).isFalse();
        LocatorJ._click(in(head(1), NativeButton.class));
        LocatorJ._click(card("filter-valid"));
        MockVaadin.clientRoundtrip(false);
        LocatorJ._click(card("filter-errors"));
        until(() -> assertThat(groups().isDetailsVisible(group(0))).isTrue());
    }

    @Test
    @DisplayName("OM-49 Each line is valid, a warning or an error, and says why")
    void outcomes() {
        review(GOOD, BAD, ENROLLED);

        assertThat(text(lines(0))).contains("Valid");
        assertThat(text(lines(1))).contains("Error", "“b.example.org” in line 3 is not an e-mail address");
        assertThat(text(lines(2))).contains("Warning", "Already enrolled in “FIRE-2026”");
        assertThat(text(head(1))).isEqualTo("b.example.org1 row1 error");
        assertThat(text(head(2))).isEqualTo("here@example.org1 rowUnchanged1 warning");
    }

    @Test
    @DisplayName("OM-42, OM-49 A faulty ID is typed over, and the line is checked at once where it stands")
    void mendId() {
        review(UNKNOWN);
        assertThat(text(lines(0))).contains("No such course");
        ComboBoxKt._fireCustomValueSet(in(lines(0), ItemField.class), "FIRE-2026");

        until(() -> assertThat(text(head(0))).isEqualTo("c@example.org1 rowNewValid"));
        until(() -> assertThat(text(LocatorJ._get(FilterCards.class))).contains("Errors0"));
        assertThat(button("confirm-import").isEnabled()).isTrue();
    }

    @Test
    @DisplayName("OM-49 A sure fix is one press, for this row or for all alike")
    void fixes() {
        review(UNKNOWN, "d@example.org,,,course,ILT-LYN", "e@example.org,,,course,ILT-LYN");
        Button use = in(lines(0), Button.class, "use-1");
        assertThat(text(use)).isEqualTo("UseILT-LYON");
        LocatorJ._click(use);
        until(() -> assertThat(text(head(0))).endsWith("Valid"));

        Button all = in(lines(1), Button.class, "use-in-all-2");
        assertThat(all.getText()).isEqualTo("Use in all 2 rows");
        LocatorJ._click(all);
        until(() -> assertThat(verdict()).isEqualTo("3 rows will be imported"));
    }

    @Test
    @DisplayName("OM-49 A faulty address is corrected where it stands, or its row removed")
    void mendEmail() {
        review(GOOD, BAD);
        LocatorJ._setValue(in(in(lines(1), LineFix.class), TextField.class), "bo@example.org");
        until(() -> assertThat(verdict()).isEqualTo("2 rows will be imported"));
        until(() -> assertThat(group(1).email()).isEqualTo("bo@example.org"));
    }

    @Test
    @DisplayName("OM-49 A fault in any other column is corrected where it stands, or by its sure fix")
    void mendOthers() {
        ImportId id = upload("""
                email,employee_id,item_type,item_id,requirement
                a@example.org,1.23457E+15,,,
                b@example.org,,course,FIRE-2026,requird
                """.getBytes(StandardCharsets.UTF_8));
        reaches(id, Step.ADDING);
        imports.validate(mira, id).block();
        show(id);
        until(() -> assertThat(GridKt._size(groups())).isEqualTo(2));
        assertThat(text(lines(0)))
                .contains("“1.23457E+15” in line 2 looks like a number that a spreadsheet has shortened.");
        TextField employeeId = in(in(lines(0), LineFix.class), TextField.class);
        assertThat(employeeId.getAriaLabel()).contains("Employee ID, line 2");
        LocatorJ._setValue(employeeId, "E-8");
        LocatorJ._click(in(lines(1), Button.class, "use-2"));

        until(() -> assertThat(verdict()).isEqualTo("2 rows will be imported"));
        assertThat(database.text("SELECT string_agg(fields::text, ' ' ORDER BY row_no) FROM import_row"))
                .isEqualTo("{\"employee_id\": \"E-8\"} {\"requirement\": \"required\"}");
    }

    @Test
    @DisplayName("OM-43 What cannot be mended is removed from the check as well")
    void removeRow() {
        review(GOOD, BAD);
        LocatorJ._click(in(lines(1), Button.class, "remove-2"));

        until(() -> assertThat(verdict()).isEqualTo("1 row will be imported"));
        until(() -> assertThat(GridKt._size(groups())).isEqualTo(1));
    }

    @Test
    @DisplayName("OM-50, OM-52 With errors Confirm is off until rows with errors are to be skipped")
    void errorsBlock() {
        review(GOOD, BAD, ENROLLED);

        assertThat(button("confirm-import").isEnabled()).isFalse();
        assertThat(verdict()).isEqualTo("1 row still needs you");
        skipRows();
        assertThat(button("confirm-import").isEnabled()).isTrue();
        assertThat(verdict()).isEqualTo("2 rows will be imported, 1 left out");
    }

    @Test
    @DisplayName("OM-51, OM-52 Warnings alone do not hold Confirm back, and there is no rule to choose")
    void warningsPass() {
        review(GOOD, ENROLLED);

        assertThat(button("confirm-import").isEnabled()).isTrue();
        assertThat(verdict()).isEqualTo("2 rows will be imported");
        assertThat(LocatorJ._find(Segments.class, spec -> spec.withId("on-error")))
                .isEmpty();
    }

    @Test
    @DisplayName("OM-50 A list without a good row cannot be confirmed under either rule")
    void nothing() {
        review(BAD);
        skipRows();

        assertThat(button("confirm-import").isEnabled()).isFalse();
        assertThat(verdict()).isEqualTo("No row can be imported");
    }

    @Test
    @DisplayName("OM-46 Back leads to the list as it was put together")
    void back() {
        ImportId id = review(GOOD);
        LocatorJ._click(button("back"));

        until(() -> LocatorJ._assertOne(AddStep.class));
        reaches(id, Step.ADDING);
    }

    @Test
    @DisplayName("OM-51 A person who is enrolled elsewhere while one looks turns to a warning by itself")
    void freshened() {
        long cy = database.learner("cy@example.org", "Cy", "C");
        review("cy@example.org,,,course,FIRE-2026");
        assertThat(verdict()).isEqualTo("1 row will be imported");
        database.run(
                "INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course WHERE code = 'FIRE-2026'", cy);
        application
                .getBean(LiveEvents.class)
                .publish(LiveEvent.LearnersChanged.of(List.of(cy), 0))
                .block();

        until(() -> assertThat(text(head(0))).endsWith("1 warning"));
    }

    @Test
    @DisplayName(
            "OM-52 What was confirmed on ground that moved is shown again with a note that says how many rows turned")
    void groundMoved() {
        review(GOOD, "c@example.org,,,product,ONB-BASIC");
        database.run("UPDATE course SET status = 'archived' WHERE code = 'FIRE-2026'");
        LocatorJ._click(button("confirm-import"));

        until(() -> assertThat(text(LocatorJ._get(Note.class, spec -> spec.withId("ground-moved"))))
                .startsWith("While you confirmed, 1 row came to another outcome"));
        assertThat(verdict()).isEqualTo("1 row still needs you");
    }

    @Test
    @DisplayName("OM-45, OM-49 The sentence of a row that was typed in speaks of no line")
    void typed() {
        ImportId id = adding(GOOD);
        rows.add(mira, id, "cy@example.org", List.of(new Item("course", "QQQQQQ", "Gone")))
                .block();
        rows.add(mira, id, "a@example.org", List.of()).block();
        rows.change(mira, id, -2, Column.EMAIL, "cy.example.org").block();
        imports.validate(mira, id).block();
        until(() -> LocatorJ._assertOne(CheckStep.class));
        until(() -> assertThat(GridKt._size(groups())).isEqualTo(3));

        assertThat(text(lines(0))).contains("“cy.example.org” is not an e-mail address we can send to.");
        assertThat(text(lines(1)))
                .contains("There is no course with the ID “QQQQQQ”. Correct the ID, or remove the row.");
    }

    @Test
    @DisplayName(
            "C1 While the focus is in the list, rows that others take away or add wait, and what stays is brought up to date; then it is as it is")
    void held() {
        ImportId id = review(GOOD, "c@example.org,,,course,ILT-LYN", "d@example.org,,,,");
        until(() -> assertThat(GridKt._size(groups())).isEqualTo(3));
        browser(groups(), "focusin", true);
        rows.remove(mira, id, 3).block();
        rows.change(mira, id, 2, Column.ITEM_ID, "ILT-LYON").block();

        until(() -> assertThat(button("show-waiting").isVisible()).isTrue());
        assertThat(groups().getDataCommunicator().getItem(2).email()).isEqualTo("d@example.org");
        until(() -> assertThat(verdict()).isEqualTo("2 rows will be imported"));

        browser(groups(), "focusout", true);
        until(() -> assertThat(GridKt._size(groups())).isEqualTo(2));
        assertThat(LocatorJ._find(Button.class, spec -> spec.withId("show-waiting")))
                .isEmpty();
    }

    private static GroupHead head(int group) {
        return groups().head(group(group));
    }

    private static NativeButton card(String id) {
        return LocatorJ._get(NativeButton.class, spec -> spec.withId(id));
    }
}
