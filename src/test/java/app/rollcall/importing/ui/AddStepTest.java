package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Item;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a list comes about: files, pastes, one person by hand. */
class AddStepTest extends ImportPanelScene {

    private final AtomicInteger left = new AtomicInteger();
    private ImportPanel panel;

    @BeforeEach
    void anEmptyPanel() {
        panel = application.getBean(ImportPanel.class);
        panel.onDone(left::incrementAndGet);
        UI.getCurrent().removeAll();
        UI.getCurrent().add(panel, panel.foot());
    }

    @Test
    @DisplayName(
            "OM-34 One dialog takes files and single people; with nothing in the list it cannot be validated, and Cancel leaves")
    void empty() {
        LocatorJ._assertOne(FileDrop.class);
        LocatorJ._assertOne(ManualEntry.class);
        assertThat(button("choose-file").getText()).isEqualTo("Choose File");
        assertThat(button("validate").isEnabled()).isFalse();
        assertThat(text(span("validate-reason"))).isEqualTo("Add a row first.");

        LocatorJ._click(button("cancel"));
        assertThat(left).hasValue(1);
    }

    @Test
    @DisplayName("OM-36, OM-39 A chosen file becomes rows of the list; a second one is appended to them")
    void files() {
        UploadKt._upload(LocatorJ._get(Upload.class), "autumn.csv", file(GOOD, ENROLLED));
        until(() -> assertThat(text(span("row-count"))).isEqualTo("2 rows"));
        assertThat(text(span("made-of"))).isEqualTo("for 2 people · autumn.csv, UTF-8, comma");

        UploadKt._upload(LocatorJ._get(Upload.class), "winter.csv", file("c@example.org,,,,"));
        until(() -> assertThat(text(span("row-count"))).isEqualTo("3 rows"));
        assertThat(text(span("made-of"))).isEqualTo("for 3 people · 2 files");
        assertThat(text(LocatorJ._get(SourceList.class))).contains("autumn.csvUTF-8, comma · 2 rows", "winter.csv");
        assertThat(row(2).email()).isEqualTo("c@example.org");
        assertThat(button("validate").isEnabled()).isTrue();
    }

    @Test
    @DisplayName("OM-39 A file is taken out of the list again with its rows")
    void forget() {
        ImportId id = upload(file(GOOD));
        reaches(id, Step.ADDING);
        append(id, "more.csv", file("c@example.org,,,,"));
        reaches(id, Step.ADDING);
        panel.open(id);
        until(() -> assertThat(text(span("made-of"))).endsWith("2 files"));

        LocatorJ._click(in(LocatorJ._get(SourceList.class), Button.class, "forget-1"));
        until(() -> assertThat(text(span("row-count"))).isEqualTo("1 row"));
    }

    @Test
    @DisplayName("OM-36 A refused file is told why beside its name, and the list stays")
    void refused() {
        ImportId id = upload(file(GOOD));
        reaches(id, Step.ADDING);
        append(id, "towns.csv", "name,town\nAna,Oslo\n".getBytes(StandardCharsets.UTF_8));
        panel.open(id);

        until(() -> assertThat(text(LocatorJ._get(AddStep.class)))
                .contains("towns.csv: The required column email is not found"));
        assertThat(text(span("row-count"))).isEqualTo("1 row");
    }

    @Test
    @DisplayName("OM-39 Cells pasted out of a spreadsheet become rows of the list")
    void paste() {
        LocatorJ._click(button("paste"));
        LocatorJ._setValue(
                LocatorJ._get(TextArea.class, spec -> spec.withId("pasted")),
                "email\titem_type\titem_id\nnora@example.org\tproduct\tONB-BASIC\n");
        LocatorJ._click(button("paste-add"));

        until(() -> assertThat(text(span("made-of"))).isEqualTo("for 1 person · Pasted cells, UTF-8, tab"));
        assertThat(row(0).itemTitle()).isEqualTo("Onboarding, basic");
    }

    @Test
    @DisplayName("OM-39 Cells pasted onto the drop area become rows at once; a paste of nothing does nothing")
    void pasteOntoTheArea() {
        Upload area = LocatorJ._get(Upload.class);
        browser(area, "paste", "  ");
        LocatorJ._assertNone(StagedPart.class);
        browser(area, "paste", "email\titem_type\titem_id\nnora@example.org\tcourse\tFIRE-2026\n");

        until(() -> assertThat(text(span("row-count"))).isEqualTo("1 row"));
        assertThat(row(0).itemTitle()).isEqualTo("Fire safety");
    }

    @Test
    @DisplayName("OM-36 The whole area takes what is dropped on it, several files at once, one after the other")
    void dropped() {
        Upload area = LocatorJ._get(Upload.class);
        assertThat(area.isDropAllowed()).isTrue();
        assertThat(area.getMaxFiles()).isZero();
        assertThat(area.getElement().getProperty("maxConcurrentUploads", 0)).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-37 View Format Guide names the columns and shows a few lines")
    void guide() {
        LocatorJ._click(button("format-guide"));

        assertThat(text(LocatorJ._get(FormatGuide.class)))
                .contains("email", "item_type", "item_id", "nora.vidal@example.org");
    }

    @Test
    @DisplayName("OM-38, MA-12 The official template is a download beside Choose File")
    void template() {
        Anchor template = LocatorJ._get(Anchor.class, spec -> spec.withId("template"));

        assertThat(template.getText()).isEqualTo("Download template");
        assertThat(new String(DownloadKt._download(template), StandardCharsets.UTF_8))
                .contains("email", "item_id");
    }

    @Test
    @DisplayName(
            "OM-35, OM-45 One address with a course and a product chosen for it gives two rows in the list, before anything is sent")
    void typed() {
        LocatorJ._click(button("select-items"));
        pick("first aid", "ILT-LYON");
        pick("onb", "ONB-BASIC");
        assertThat(text(span("picked"))).isEqualTo("2 chosen");
        LocatorJ._click(button("apply"));
        assertThat(text(span("chosen"))).isEqualTo("First aid in LyonOnboarding, basic");

        type("nora@example.org");
        until(() -> assertThat(text(span("row-count"))).isEqualTo("2 rows"));
        assertThat(row(0).itemId()).isEqualTo("ILT-LYON");
        assertThat(row(1).itemId()).isEqualTo("ONB-BASIC");
        assertThat(text(cell(0, "line"))).isEqualTo("typed");
        assertThat(LocatorJ._get(TextField.class, spec -> spec.withId("email")).getValue())
                .isEmpty();
        assertThat(database.number("SELECT count(*) FROM invitation")).isZero();
    }

    @Test
    @DisplayName("OM-45 What was chosen can be taken away again before it is added")
    void chips() {
        LocatorJ._click(button("select-items"));
        pick("fire", "FIRE-2026");
        LocatorJ._click(button("apply"));
        LocatorJ._click(in(span("chosen"), Button.class));

        assertThat(LocatorJ._find(ItemChip.class)).isEmpty();
    }

    @Test
    @DisplayName("OM-45 A malformed address stays as it was typed, with a sentence under it")
    void malformed() {
        type("nora.example.org");

        TextField email = LocatorJ._get(TextField.class, spec -> spec.withId("email"));
        assertThat(email.isInvalid()).isTrue();
        assertThat(email.getErrorMessage())
                .isEqualTo("There is no @ in “nora.example.org”. Write it as name@example.org.");
        assertThat(email.getValue()).isEqualTo("nora.example.org");
        LocatorJ._assertNone(StagedPart.class);
    }

    @Test
    @DisplayName("OM-34 Cancel of a list with rows asks first, and then throws it away")
    void discard() {
        ImportId id = upload(file(GOOD));
        reaches(id, Step.ADDING);
        panel.open(id);
        until(() -> assertThat(text(span("row-count"))).isEqualTo("1 row"));
        LocatorJ._click(button("cancel"));
        assertThat(left).hasValue(0);

        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));
        until(() -> assertThat(found(id).job().state()).isEqualTo(JobState.CANCELLED));
        until(() -> assertThat(left).hasValue(1));
    }

    @SuppressWarnings("unchecked")
    private static void pick(String text, String code) {
        LocatorJ._setValue(LocatorJ._get(TextField.class, spec -> spec.withId("pickable-search")), text);
        Grid<Item> grid = LocatorJ._get(Grid.class, spec -> spec.withId("pickable"));
        Item item = GridKt._get(grid, 0);
        assertThat(item.code()).isEqualTo(code);
        grid.select(item);
    }

    private static void type(String address) {
        LocatorJ._setValue(LocatorJ._get(TextField.class, spec -> spec.withId("email")), address);
        LocatorJ._click(button("add-to-list"));
    }
}
