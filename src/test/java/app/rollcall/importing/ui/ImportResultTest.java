package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.Effects;
import app.rollcall.importing.FailedRow;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportFailures;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Options;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.ui.Figures;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is shown from the confirmation on, and what ends an import before. */
class ImportResultTest extends ImportPanelScene {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @Test
    @DisplayName("OM-53, OM-54, OM-55 Confirmed, the screen goes on by itself to the counts, the failed rows and Done")
    void result() {
        review(GOOD, BAD, ENROLLED);
        skipRows();
        LocatorJ._click(button("confirm-import"));
        until(() -> LocatorJ._assertOne(ResultStep.class));

        assertThat(LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Import process completed: 2 of 3 rows imported, 1 row was not.");
        assertThat(text(LocatorJ._get(Figures.class)))
                .isEqualTo("Total rows3Successful rows2Failed rows1Auto-enrolled items1Invitations queued1");
        Grid<FailedRow> failed = failedRows();
        assertThat(String.join(" ", GridKt._getFormattedRow(failed, 0)))
                .contains("text='3'", "text='b.example.org'", "is not an e-mail address");
        assertThat(button("done").isEnabled()).isTrue();
    }

    @Test
    @DisplayName("MA-15, OM-54 A clean import says so in the requirement's words and lists no failed rows")
    void cleanResult() {
        ImportId id = review(GOOD);
        imports.confirm(mira, id, OnError.BLOCK, found(id).version()).block();
        until(() -> LocatorJ._assertOne(ResultStep.class));

        assertThat(LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Import process completed and 1 users imported successfully.");
        LocatorJ._assertNone(Grid.class);
        LocatorJ._assertNone(Button.class, spec -> spec.withId("retry"));
    }

    @Test
    @DisplayName("LV-03 What another admin confirms or discards moves this screen on as well")
    void byOthers() {
        ImportId id = review(GOOD, BAD);
        imports.discard(tom(), id).block();

        until(() -> assertThat(text(LocatorJ._get(FailedStep.class)))
                .isEqualTo("This list was discarded. Nothing was imported."));
        LocatorJ._click(button("other-file"));
        LocatorJ._assertOne(AddStep.class);
    }

    @Test
    @DisplayName("Case 1 A file that is refused is told why in a sentence, with a way back")
    void failedStep() {
        ImportId id = upload("name,town\nAna,Oslo\n".getBytes(StandardCharsets.UTF_8));
        show(id);
        until(() -> LocatorJ._assertOne(FailedStep.class));

        assertThat(text(LocatorJ._get(FailedStep.class)))
                .startsWith("The required column email is not found. Found: name, town");
        LocatorJ._assertOne(Button.class, spec -> spec.withId("other-file"));
    }

    @Test
    @DisplayName("LV-03 While it runs the screen shows share, rows, pace, time left and who started it")
    void runStep() {
        RunStep step =
                new RunStep(new ImportId(7), imports, failed(), mira, Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
        UI.getCurrent().removeAll();
        UI.getCurrent().add(step);
        UI.getCurrent().add(step.foot());
        step.update(running());

        assertThat(text(span("percent"))).isEqualTo("61%");
        assertThat(text(span("rows-done"))).isEqualTo("19,346 of 31,204 rows");
        assertThat(text(span("pace"))).isEqualTo("645 rows/s · about 18 s left");
        assertThat(text(LocatorJ._get(Figures.class)))
                .isEqualTo(
                        "Successful rows19,335Invitations queued300Auto-enrolled items400Skipped, nothing to do35Failed rows11");
        assertThat(text(UI.getCurrent())).contains("Started by Ana Ruiz");
    }

    private FailedRows failed() {
        return new FailedRows(
                application.getBean(ImportFailures.class), mira, new ImportId(7), Clock.systemUTC(), true, 50);
    }

    private static Import running() {
        JobProgress job = new JobProgress(
                7,
                "import",
                "list.csv",
                JobState.RUNNING,
                "applying",
                31_204,
                19_335,
                11,
                1L,
                "Ana Ruiz",
                NOW,
                NOW.minusSeconds(30),
                0,
                NOW,
                null,
                null,
                null);
        return new Import(
                new ImportId(7),
                job,
                List.of(),
                OnError.SKIP_ROWS,
                Options.DEFAULT,
                null,
                31_204,
                31_204,
                31_193,
                0,
                11,
                new Effects(31_193, 0, 0, 0),
                19_300,
                0,
                35,
                300,
                400,
                1,
                false,
                true);
    }

    @SuppressWarnings("unchecked")
    private static Grid<FailedRow> failedRows() {
        return LocatorJ._get(Grid.class, spec -> spec.withId("failed-rows"));
    }
}
