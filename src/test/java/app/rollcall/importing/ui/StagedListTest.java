package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Item;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.Step;
import app.rollcall.importing.csv.Column;
import app.rollcall.security.Actor;
import app.rollcall.ui.EmptyState;
import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of the Add step: every row looked at, changed, taken out. */
class StagedListTest extends ImportPanelScene {

    @Test
    @DisplayName("OM-40 Each row shows address, kind, ID, the title behind the ID, and where it came from")
    void rows() {
        adding(GOOD, "c@example.org,,,product,NO-SUCH", "d@example.org,,,,");

        assertThat(row(0).email()).isEqualTo("a@example.org");
        assertThat(((KindField) cell(0, "kind")).getValue()).isEqualTo("course");
        assertThat(((ItemField) cell(0, "id")).getValue().code()).isEqualTo("FIRE-2026");
        assertThat(text(cell(0, "name"))).isEqualTo("Fire safety");
        assertThat(text(cell(0, "line"))).isEqualTo("line 2");
        assertThat(text(cell(1, "name"))).isEqualTo("Not found");
        assertThat(ComboBoxKt.getSuggestions((KindField) cell(2, "kind")))
                .containsExactly("Course", "Product", "Invite only");
    }

    @Test
    @DisplayName("OM-40 Find a row shows those whose address holds the text, or says that there is none")
    void find() {
        adding(GOOD, "c@example.org,,,,");
        TextField find = LocatorJ._get(TextField.class, spec -> spec.withId("find-row"));
        LocatorJ._setValue(find, "c@");
        until(() -> assertThat(GridKt._findAll(staged()))
                .extracting(ReviewRow::email)
                .containsExactly("c@example.org"));

        LocatorJ._setValue(find, "nobody");
        until(() -> LocatorJ._assertOne(EmptyState.class, spec -> spec.withId("no-row-found")));
        LocatorJ._setValue(find, "");
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(2));
    }

    @Test
    @DisplayName("OM-41 A row's kind is changed between course and product; to invite only takes its ID away")
    void kind() {
        adding("c@example.org,,,course,ONB-BASIC");
        LocatorJ._setValue((KindField) cell(0, "kind"), "product");
        until(() -> assertThat(text(cell(0, "name"))).isEqualTo("Onboarding, basic"));

        LocatorJ._setValue((KindField) cell(0, "kind"), "");
        until(() -> assertThat(row(0).itemId()).isEmpty());
        assertThat(row(0).itemType()).isEmpty();
    }

    @Test
    @DisplayName("OM-42 The ID is typed over")
    void typedId() {
        adding("c@example.org,,,course,ILT-LYN");
        ComboBoxKt._fireCustomValueSet((ItemField) cell(0, "id"), "ILT-LYON");

        until(() -> assertThat(text(cell(0, "name"))).isEqualTo("First aid in Lyon"));
    }

    @Test
    @DisplayName("OM-42 The ID is found by its title; a product makes the row a product's")
    void chosenId() {
        adding("c@example.org,,,course,NO-SUCH");
        ItemField field = (ItemField) cell(0, "id");
        ComboBoxKt.setUserInput(field, "onboarding");
        Item item = ComboBoxKt.getSuggestionItems(field).getFirst();
        LocatorJ._setValue(field, item);

        until(() -> assertThat(row(0).itemTitle()).isEqualTo("Onboarding, basic"));
        assertThat(row(0).itemType()).isEqualTo("product");
    }

    @Test
    @DisplayName("OM-43 A single row is taken out")
    void remove() {
        adding(GOOD, "c@example.org,,,,");
        LocatorJ._click((Button) cell(0, "remove"));

        until(() -> assertThat(text(span("row-count"))).isEqualTo("1 row"));
        assertThat(row(0).email()).isEqualTo("c@example.org");
    }

    @Test
    @DisplayName("OM-44 The whole list is cleared, and can be taken back")
    void clear() {
        adding(GOOD, "c@example.org,,,,");
        LocatorJ._click(button("clear-list"));
        until(() -> LocatorJ._assertOne(EmptyState.class, spec -> spec.withId("empty-list")));
        assertThat(button("validate").isEnabled()).isFalse();

        LocatorJ._click(button("restore"));
        until(() -> assertThat(text(span("row-count"))).isEqualTo("2 rows"));
        assertThat(row(0).email()).isEqualTo("a@example.org");
    }

    @Test
    @DisplayName("OM-42 What another admin changes shows where it stands and glows; one's own change does not")
    void byOthers() {
        ImportId id = adding(GOOD, "c@example.org,,,,");
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(2));
        StagedList before = staged();
        rows.change(tom(), id, row(0).rowNo(), Column.ITEM_ID, "ILT-LYON").block();

        until(() -> assertThat(before.glows(1)).isTrue());
        assertThat(before.glows(2)).isFalse();
        assertThat(text(cell(0, "name"))).isEqualTo("First aid in Lyon");
        until(() -> assertThat(before.glows(1)).isFalse());

        ComboBoxKt._fireCustomValueSet((ItemField) cell(1, "id"), "FIRE-2026");
        until(() -> assertThat(row(1).itemId()).isEqualTo("FIRE-2026"));
        assertThat(before.glows(2)).isFalse();
    }

    @Test
    @DisplayName("OM-43 A row that somebody else took out is gone here too")
    void removedByOthers() {
        ImportId id = adding(GOOD, "c@example.org,,,,");
        rows.remove(tom(), id, 1).block();

        until(() -> assertThat(text(span("row-count"))).isEqualTo("1 row"));
        assertThat(GridKt._size(staged())).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "C1 While the focus is in the list, rows that a colleague adds or takes away wait, what stays is brought up to date, and the field that has the focus stays the same")
    void held() {
        ImportId id = adding(GOOD, "c@example.org,,,course,ILT-LYN", "d@example.org,,,,");
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(3));
        browser(staged(), "focusin", true);
        Actor tom = tom();
        rows.add(tom, id, "new@example.org", List.of()).block();
        rows.change(tom, id, 2, Column.ITEM_ID, "ILT-LYON").block();

        until(() -> assertThat(button("show-waiting").isVisible()).isTrue());
        until(() -> assertThat(staged().glows(2)).isTrue());
        assertThat(staged().getDataCommunicator().getItem(0).email()).isEqualTo("a@example.org");
        assertThat(span("row-count").getText()).isEqualTo("4 rows");

        browser(staged(), "focusout", true);
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(4));
        assertThat(row(0).email()).isEqualTo("new@example.org");
        LocatorJ._assertNone(Button.class, spec -> spec.withId("show-waiting"));
    }

    @Test
    @DisplayName("C1 What waits is shown when asked for; one's own row that goes is gone at once")
    void shownWhenAsked() {
        ImportId id = adding(GOOD, "c@example.org,,,,");
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(2));
        browser(staged(), "focusin", true);
        rows.add(tom(), id, "new@example.org", List.of()).block();
        until(() -> assertThat(button("show-waiting").isVisible()).isTrue());
        LocatorJ._click(button("show-waiting"));
        assertThat(GridKt._size(staged())).isEqualTo(3);

        browser(staged(), "focusin", true);
        LocatorJ._click((Button) cell(2, "remove"));
        until(() -> assertThat(GridKt._size(staged())).isEqualTo(2));
    }

    @Test
    @DisplayName("OM-46 Validate CSV takes the list to the check")
    void validate() {
        ImportId id = adding(GOOD);
        assertThat(button("validate").getText()).isEqualTo("Validate CSV");
        LocatorJ._click(button("validate"));

        until(() -> LocatorJ._assertOne(CheckStep.class));
        reaches(id, Step.CHECKING);
    }
}
