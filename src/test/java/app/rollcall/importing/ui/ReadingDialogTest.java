package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.ReadingPreset;
import app.rollcall.importing.ReadingPresets;
import app.rollcall.importing.Step;
import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.DialectChoice;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.importing.csv.StrictSample;
import app.rollcall.live.JobState;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person says how a file is to be read. */
class ReadingDialogTest extends ImportPanelScene {

    private static final Charset POLISH = Charset.forName("windows-1250");
    private static final ReadingChoice HR = new ReadingChoice(
            new DialectChoice(null, ';'), ColumnChoice.of(List.of(Pick.named("Nachname", Column.LAST_NAME))));

    @Autowired
    private ReadingPresets presets;

    @Test
    @DisplayName("Case 9 Names that came out wrong come right in the sample of another charset, and then in the list")
    void charset() {
        ImportId id = upload(
                "email;first_name;last_name\nzosia@example.org;Zo\u015bka;\u017b\u00f3\u0142w\n".getBytes(POLISH));
        until(() -> assertThat(found(id).job().state()).isIn(JobState.REVIEW, JobState.FAILED));
        show(id);
        change();
        Select<Charset> charset = select("charset");
        until(() -> assertThat(text(sample())).contains("zosia@example.org"));
        assertThat(charset.isEmpty()).isTrue();

        LocatorJ._setValue(charset, POLISH);
        until(() -> assertThat(text(sample())).contains("\u017b\u00f3\u0142w"));
        until(() -> assertThat(button("read-again").isEnabled()).isTrue());
        LocatorJ._click(button("read-again"));

        reaches(id, Step.ADDING);
        assertThat(found(id).sources().getFirst().charset()).isEqualTo("windows-1250");
        assertThat(database.text("SELECT last_name FROM import_row")).isEqualTo("\u017b\u00f3\u0142w");
        until(() -> LocatorJ._assertNone(ReadingDialog.class));
    }

    @Test
    @DisplayName("Case 51 A refused heading is offered as what it may mean; chosen, the list comes about")
    void localised() {
        ImportId id = upload("email,Nachname,shoe size\na@example.org,Berg,42\n".getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(found(id).job().state()).isEqualTo(JobState.FAILED));
        show(id);
        change();
        until(() -> assertThat(text(notes())).contains("The heading “Nachname” seems to mean last_name"));
        assertThat(meaning(2).getPlaceholder()).isEqualTo("Perhaps last_name");
        assertThat(meaning(2).isEmpty()).isTrue();
        assertThat(button("read-again").isEnabled()).isFalse();

        LocatorJ._setValue(meaning(2), new MeaningField.Meaning(Column.LAST_NAME));
        until(() -> assertThat(button("read-again").isEnabled()).isTrue());
        LocatorJ._click(button("read-again"));

        reaches(id, Step.ADDING);
        assertThat(imports.choice(mira, id, 1).block())
                .as("only what was changed is put into the choice")
                .isEqualTo(new ReadingChoice(
                        DialectChoice.DETECT, ColumnChoice.of(List.of(Pick.named("Nachname", Column.LAST_NAME)))));
        assertThat(database.text("SELECT last_name FROM import_row")).isEqualTo("Berg");
        until(() -> assertThat(text(span("ignored"))).isEqualTo("Ignored: shoe size"));
    }

    @Test
    @DisplayName(
            "Case 48 Headings that nothing is read from are told under the file's sentence, and for each of several files")
    void ignored() {
        ImportId id = upload("email,shoe_size,t_shirt\na@example.org,42,L\n".getBytes(StandardCharsets.UTF_8));
        reaches(id, Step.ADDING);
        show(id);
        until(() -> assertThat(text(span("ignored"))).isEqualTo("Ignored: shoe_size, t_shirt"));

        append(id, "more.csv", file(GOOD));
        until(() -> assertThat(text(span("made-of"))).endsWith("2 files"));
        assertThat(text(span("ignored"))).isEmpty();
        assertThat(text(LocatorJ._get(SourceList.class))).contains("Ignored: shoe_size, t_shirt");

        // There is nothing to choose about a file that is not read yet.
        until(() -> assertThat(in(LocatorJ._get(SourceList.class), Button.class, "reread-2")
                        .isVisible())
                .isTrue());
        LocatorJ._click(in(LocatorJ._get(SourceList.class), Button.class, "reread-2"));
        until(() ->
                assertThat(LocatorJ._get(ReadingDialog.class).getHeaderTitle()).isEqualTo("How more.csv is read"));
    }

    @Test
    @DisplayName(
            "MA-11 With strict sample headings the sample says what is missing, extra and misspelt before it is read")
    void strict() {
        opened("email,Employee Id\na@example.org,7\n".getBytes(StandardCharsets.UTF_8));
        Checkbox strict = LocatorJ._get(Checkbox.class, spec -> spec.withId("strict"));

        LocatorJ._setValue(strict, true);
        until(() -> assertThat(text(notes())).contains("The headings must be those of the sample file", "Session ID"));
        assertThat(button("read-again").isEnabled()).isFalse();
        assertThat(meaning(1).isReadOnly()).isTrue();

        LocatorJ._setValue(strict, false);
        until(() -> assertThat(button("read-again").isEnabled()).isTrue());
    }

    @Test
    @DisplayName(
            "Case 4 A file without headings is refused; told that its first line is data, it is read with that line")
    void headless() {
        ImportId id = opened("ana@example.org,Ana,Berg\nbo@example.org,Bo,Lee\n".getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(text(notes())).contains("the first line looks like data", "the first line is data."));
        Checkbox headless = LocatorJ._get(Checkbox.class, spec -> spec.withId("headless"));

        LocatorJ._setValue(headless, true);
        until(() -> assertThat(button("read-again").isEnabled()).isTrue());
        assertThat(meaning(1).getValue()).isEqualTo(new MeaningField.Meaning(Column.EMAIL));
        LocatorJ._setValue(meaning(2), new MeaningField.Meaning(Column.FIRST_NAME));
        until(() -> assertThat(text(sample())).contains("ana@example.org"));
        LocatorJ._click(button("read-again"));

        reaches(id, Step.ADDING);
        assertThat(imports.choice(mira, id, 1).block())
                .isEqualTo(new ReadingChoice(
                        DialectChoice.DETECT, ColumnChoice.headless(List.of(Pick.at(2, Column.FIRST_NAME)))));
        assertThat(database.text("SELECT string_agg(first_name, ' ' ORDER BY row_no) FROM import_row"))
                .isEqualTo("Ana Bo");
    }

    @Test
    @DisplayName("Case 4 Strict headings and none at all exclude each other")
    void strictOrHeadless() {
        opened("email,Employee Id\na@example.org,7\n".getBytes(StandardCharsets.UTF_8));
        LocatorJ._setValue(LocatorJ._get(Checkbox.class, spec -> spec.withId("strict")), true);
        assertThat(LocatorJ._get(Checkbox.class, spec -> spec.withId("headless"))
                        .isEnabled())
                .isFalse();
    }

    @Test
    @DisplayName("MA-12 The sample whose headings a strict file must have is there to download")
    void strictSample() {
        opened(file(GOOD));
        Anchor link = LocatorJ._get(Anchor.class, spec -> spec.withId("strict-sample"));

        assertThat(DownloadKt._download(link)).isEqualTo(StrictSample.csv());
    }

    @Test
    @DisplayName("A way of reading is saved under a name, for everybody who imports")
    void saved() {
        opened("email;Nachname\na@example.org;Berg\n".getBytes(StandardCharsets.UTF_8));
        LocatorJ._setValue(this.<Character>select("delimiter"), ';');
        until(() -> assertThat(meaning(2).getPlaceholder()).isEqualTo("Perhaps last_name"));
        LocatorJ._setValue(meaning(2), new MeaningField.Meaning(Column.LAST_NAME));
        LocatorJ._click(button("save-way-as"));
        LocatorJ._click(button("save-way"));
        TextField name = LocatorJ._get(TextField.class, spec -> spec.withId("way-name"));
        assertThat(name.isInvalid()).isTrue();
        LocatorJ._setValue(name, "HR export");
        LocatorJ._click(button("save-way"));

        until(() -> assertThat(presets.all(mira).block()).containsExactly(new ReadingPreset("HR export", HR)));
        assertThat(select("saved-ways").isVisible()).isTrue();
    }

    @Test
    @DisplayName("A saved way is used for another file, and deleted")
    void used() {
        presets.save(mira, "HR export", HR).block();
        opened("email;Nachname\nb@example.org;Holm\n".getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(button("read-again").isEnabled()).isFalse());
        Select<Object> ways = select("saved-ways");
        LocatorJ._setValue(ways, ways.getListDataView().getItem(0));
        until(() -> assertThat(button("read-again").isEnabled()).isTrue());
        assertThat(this.<Character>select("delimiter").getValue()).isEqualTo(';');
        assertThat(meaning(2).getValue()).isEqualTo(new MeaningField.Meaning(Column.LAST_NAME));

        LocatorJ._click(button("delete-way"));
        until(() -> assertThat(presets.all(mira).block()).isEmpty());
    }

    @Test
    @DisplayName("A file of another system is told by its name, passwords are not shown, and Cancel changes nothing")
    void cancel() {
        ImportId id = opened(("username,firstname,lastname,email,course1,password\n"
                        + "zoe,Zo\u00eb,Faure,zoe@example.org,FIRE-2026,secret\n")
                .getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(text(notes())).contains("Read as a Moodle file."));
        assertThat(text(sample())).doesNotContain("secret");
        assertThat(this.<Charset>select("charset").getEmptySelectionCaption()).isEqualTo("Detected: UTF-8");
        assertThat(this.<Character>select("delimiter").getEmptySelectionCaption())
                .isEqualTo("Detected: comma");

        LocatorJ._setValue(meaning(2), new MeaningField.Meaning(null));
        LocatorJ._click(button("reading-cancel"));
        assertThat(imports.choice(mira, id, 1).block()).isEqualTo(ReadingChoice.DETECT);
    }

    /** The dialog over a list of this file, or over its refusal. */
    private ImportId opened(byte[] file) {
        ImportId id = upload(file);
        until(() -> assertThat(found(id).job().state()).isIn(JobState.REVIEW, JobState.FAILED));
        show(id);
        change();
        until(() -> assertThat(text(sample())).contains("@example.org"));
        return id;
    }

    private void change() {
        until(() -> assertThat(LocatorJ._find(StagedPart.class).size()
                        + LocatorJ._find(FailedStep.class).size())
                .isEqualTo(1));
        LocatorJ._click(
                LocatorJ._find(FailedStep.class).isEmpty() ? button("change-sources") : button("read-otherwise"));
        until(() -> LocatorJ._assertOne(ReadingDialog.class));
    }

    private static SampleTable sample() {
        return LocatorJ._get(SampleTable.class);
    }

    private static Div notes() {
        return LocatorJ._get(Div.class, spec -> spec.withId("reading-notes"));
    }

    private static MeaningField meaning(int position) {
        return LocatorJ._get(MeaningField.class, spec -> spec.withId("meaning-" + position));
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String id) {
        return LocatorJ._get(Select.class, spec -> spec.withId(id));
    }
}
