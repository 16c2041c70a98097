package app.rollcall.job.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.job.JobId;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.Segments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobsViewTest extends JobScene {

    @Test
    @DisplayName(
            "LV-03 The history has every job, the newest first: what, files and options, state, who, how far, how long")
    void everyJob() {
        job(ida, "old.csv", JobState.COMPLETED_WITH_ERRORS, 989);
        job(mira, "thrown-away.csv", JobState.CANCELLED, 0);
        job(mira, "new.csv", JobState.RUNNING, 250);
        open(mira, "jobs");

        until(() -> assertThat(titles()).containsExactly("new.csv", "thrown-away.csv", "old.csv"));
        assertThat(cell(2, "job")).isEqualTo("old.csvInvitations now · optional · new people only");
        assertThat(cell(2, "state")).isEqualTo("Done, with errors");
        assertThat(cell(2, "by")).contains("Ida Lund");
        assertThat(cell(2, "counts")).isEqualTo("1,000 of 1,000 rows · 11 failed");
        assertThat(cell(2, "duration")).isEqualTo("1 min 5 s");
        assertThat(cell(0, "counts")).startsWith("250 of 1,000 rows");
        assertThat(cell(1, "counts")).isEqualTo("0 of 1,000 rows");
    }

    @Test
    @DisplayName("LV-03 A job that runs says when it began and how long it has been at it")
    void soFar() {
        JobId job = job(mira, "list.csv", JobState.RUNNING, 250);
        database.run(
                "UPDATE job SET created_at = now() - interval '5 min', started_at = now() - interval '125 s' WHERE id = ?",
                job.value());
        open(mira, "jobs");

        until(() -> assertThat(titles()).hasSize(1));
        assertThat(cell(0, "when")).isEqualTo("5 min ago");
        assertThat(cell(0, "duration")).startsWith("2 min");
    }

    @Test
    @DisplayName("A job that a program began names the person, and the program through which they did")
    void throughAProgram() {
        long program = database.id(
                "INSERT INTO api_client (name, token_hash, token_start, scopes, created_by)"
                        + " VALUES ('Payroll sync', '\\x01', 'rc_1', '{imports:write}', ?) RETURNING id",
                mira.id().value());
        JobId job = job(mira, "nightly.csv", JobState.COMPLETED, 1000);
        database.run("UPDATE job SET through_id = ? WHERE id = ?", program, job.value());
        job(ida, "by-hand.csv", JobState.COMPLETED, 1000);
        open(mira, "jobs");

        until(() -> assertThat(titles()).containsExactly("by-hand.csv", "nightly.csv"));
        assertThat(cell(1, "by")).contains("Mira Solberg", "through Payroll sync");
        assertThat(cell(0, "by")).contains("Ida Lund").doesNotContain("through");
    }

    @Test
    @DisplayName("LV-03 A job that moves on is redrawn, one that is new appears, and the counts follow")
    void live() {
        JobId job = job(mira, "list.csv", JobState.RUNNING, 250);
        open(mira, "jobs");
        until(() -> assertThat(titles()).containsExactly("list.csv"));

        database.run("UPDATE job SET done = 500 WHERE id = ?", job.value());
        jobs.announce(job).block();
        until(() -> assertThat(cell(0, "counts")).startsWith("500 of 1,000 rows"));
        jobs.announce(job(ida, "later.csv", JobState.QUEUED, 0)).block();
        until(() -> assertThat(titles()).containsExactly("later.csv", "list.csv"));
        until(() -> assertThat(text(filter())).contains("All2", "Running2"));
    }

    @Test
    @DisplayName("The history is filtered by state, and the URL says so")
    void filtered() {
        job(mira, "done.csv", JobState.COMPLETED, 1_000);
        job(mira, "review.csv", JobState.REVIEW, 0);
        job(mira, "failed.csv", JobState.FAILED, 0);
        open(mira, "jobs?state=waiting");
        until(() -> assertThat(titles()).containsExactly("review.csv"));

        TestScreen.fromBrowser(LocatorJ._get(filter(), Tabs.class), "selected", 4);
        until(() -> assertThat(titles()).containsExactly("failed.csv"));
        TestScreen.fromBrowser(LocatorJ._get(filter(), Tabs.class), "selected", 1);
        until(() -> assertThat(text(LocatorJ._get(JobsView.class))).contains("No jobs here"));
    }

    @Test
    @DisplayName("A long history is paged from job to job without one missed or twice (C13)")
    void paged() {
        List<String> names = IntStream.range(0, 180)
                .mapToObj(i -> "list-" + i + ".csv")
                .peek(name -> job(mira, name, JobState.COMPLETED, 1_000))
                .toList();
        open(mira, "jobs");

        until(() -> assertThat(titles()).hasSize(180));
        assertThat(titles()).containsExactlyElementsOf(names.reversed());
    }

    @Test
    @DisplayName("RL Customer service sees its own jobs only")
    void own() {
        job(mira, "by-mira.csv", JobState.COMPLETED, 1_000);
        job(ida, "by-ida.csv", JobState.COMPLETED, 1_000);
        open(ida, "jobs");

        until(() -> assertThat(titles()).containsExactly("by-ida.csv"));
        assertThat(text(filter())).contains("All1");
    }

    @Test
    @DisplayName("A running job is paused from the history, goes on, and is cancelled after asking")
    void steered() {
        JobId job = job(mira, "list.csv", JobState.RUNNING, 250);
        open(mira, "jobs");
        until(() -> assertThat(titles()).hasSize(1));
        LocatorJ._click(button("toggle"));
        until(() -> assertThat(state(job)).isEqualTo("paused"));
        until(() -> assertThat(cell(0, "state")).isEqualTo("Paused"));

        LocatorJ._click(button("cancel"));
        ConfirmDialog ask = LocatorJ._get(ConfirmDialog.class);
        assertThat(ConfirmDialogKt.getText(ask))
                .isEqualTo("250 of 1,000 are in so far. Whatever is in by then stays in; the rest is not begun. This"
                        + " cannot be undone.");
        assertThat(state(job)).isEqualTo("paused");
        ConfirmDialogKt._fireConfirm(ask);
        until(() -> assertThat(state(job)).isEqualTo("cancelled"));
        until(() -> assertThat(cell(0, "state")).isEqualTo("Cancelled"));
        assertThat(cell(0, "counts")).isEqualTo("250 of 1,000 rowsby Mira Solberg");
    }

    private void open(Actor actor, String path) {
        TestScreen.open(application, actor, JobsView.class);
        String[] parts = path.split("\\?state=");
        UI.getCurrent()
                .navigate(
                        parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.of("state", parts[1]));
    }

    private static Segments<?> filter() {
        return LocatorJ._get(Segments.class, spec -> spec.withId("job-filter"));
    }

    private static JobsGrid grid() {
        return LocatorJ._get(JobsGrid.class);
    }

    private static List<String> titles() {
        return GridKt._findAll(grid()).stream().map(line -> line.job().title()).toList();
    }

    private static String cell(int row, String column) {
        return text(GridKt._getCellComponent(grid(), row, column));
    }

    private static Button button(String className) {
        return LocatorJ._get(
                GridKt._getCellComponent(grid(), 0, "steer"), Button.class, spec -> spec.withClasses(className));
    }

    private String state(JobId job) {
        return database.text("SELECT state FROM job WHERE id = ?", job.value());
    }
}
