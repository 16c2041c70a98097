package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.ui.Note;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a node that died, or an earlier version, has left in the database. */
class LeftBehindTest extends ImportPanelScene {

    private static final String SIX_MINUTES_AGO = "state = 'uploading', arrived_at = now() - interval '6 minutes'";

    @Test
    @DisplayName("An upload whose node died is told as broken off, not as on its way")
    void brokenUpload() {
        ImportId id = upload(file(GOOD));
        reaches(id, Step.ADDING);
        database.run("UPDATE job SET state = 'preparing', step = 'uploading'");
        database.run("UPDATE import_source SET " + SIX_MINUTES_AGO);
        show(id);

        until(() -> assertThat(text(span("reading"))).isEqualTo("The upload was broken off"));
        assertThat(text(LocatorJ._get(ReadStep.class))).contains("Bring the file again.");
    }

    @Test
    @DisplayName("A file of a list whose node died on its way is told so, with the way out of the list")
    void brokenSource() {
        ImportId id = adding(GOOD);
        append(id, "more.csv", file(ENROLLED));
        until(() -> assertThat(found(id).rows()).isEqualTo(2));
        database.run("UPDATE import_source SET " + SIX_MINUTES_AGO + " WHERE source_no = 2");
        SourceList sources = new SourceList((_, _) -> {}, (_, _) -> {});
        sources.show(SourceList.files(found(id)));

        assertThat(text(sources)).contains("more.csv", "Broken off on its way. Take it out, and bring it again.");
        assertThat(sources.getChildren().skip(1).findFirst().map(item -> in(item, Button.class, "forget-2")))
                .isPresent();
    }

    @Test
    @DisplayName(
            "A file that an earlier version refused for naming people by their IDs says so in a sentence, and is read now")
    void peopleById() {
        ImportId id = upload("canvas_user_id,city\n7,Lyon\n".getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(found(id).job().state()).isEqualTo(JobState.FAILED));
        String refusal = "people_by_id\u001fCanvas";
        database.run("UPDATE import_source SET refusal = ?", refusal);
        database.run("UPDATE job SET reason = ?", refusal);
        show(id);

        until(() -> assertThat(text(LocatorJ._get(Note.class, spec -> spec.withId("refused"))))
                .startsWith("This Canvas file names people by their IDs")
                .endsWith("."));
        assertThat(button("read-otherwise").isVisible()).isTrue();
    }
}
