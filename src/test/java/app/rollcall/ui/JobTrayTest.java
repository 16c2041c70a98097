package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobTrayTest {

    private static final String PROVIDER = "vaadin.i18n.provider";
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    private final List<JobProgress> opened = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private JobTray tray;

    @BeforeEach
    void open() {
        System.setProperty(PROVIDER, Texts.class.getName());
        MockVaadin.setup(new Routes());
        UI.getCurrent().setLocale(Locale.ENGLISH);
        tray = new JobTray(() -> NOW, new Actions());
        UI.getCurrent().add(tray);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        System.clearProperty(PROVIDER);
    }

    @Test
    @DisplayName("LV-03: the tray says how far a job is, how fast it goes and what is left")
    void tells_how_far_a_job_is() {
        tray.show(List.of(job(JobState.RUNNING, 19_335)));
        LocatorJ._click(button());

        assertThat(row().getElement().getTextRecursively())
                .contains("19,346 of 31,204 rows · 11 failed")
                .contains("645 rows/s · 18 s left");
        assertThat(button().getElement().getAttribute("aria-label")).isEqualTo("Jobs: Import 61%");
    }

    @Test
    void a_job_that_moves_on_keeps_its_row() {
        tray.show(List.of(job(JobState.RUNNING, 100)));
        LocatorJ._click(button());
        Component before = row();
        tray.show(List.of(job(JobState.COMPLETED_WITH_ERRORS, 31_193)));

        assertThat(row()).isSameAs(before);
        assertThat(row().getElement().getTextRecursively()).contains("11 could not be done.");
    }

    @Test
    @DisplayName("LV-03: a job that was cancelled stays, and tells by whom, how far it was and what of it stays")
    void tells_who_cancelled() {
        tray.show(List.of(job(JobState.CANCELLED, 1_200)));
        LocatorJ._click(button());

        assertThat(row().getElement().getTextRecursively())
                .contains("Cancelled by Mira Solberg. 1,200 were done before; they stay.")
                .contains("1,211 of 31,204 rows · 11 failed", "just now");
        LocatorJ._assertNone(Button.class, spec -> spec.withClasses("toggle"));
    }

    @Test
    void what_is_not_finished_never_reads_as_100_per_cent() {
        tray.show(List.of(job(JobState.RUNNING, 31_190)));

        assertThat(button().getElement().getTextRecursively()).contains("99%");
    }

    @Test
    void a_job_opens_as_it_stands_now() {
        tray.show(List.of(job(JobState.RUNNING, 100)));
        tray.show(List.of(job(JobState.RUNNING, 200)));
        LocatorJ._click(button());
        LocatorJ._click(LocatorJ._get(row(), Button.class, spec -> spec.withClasses("title")));

        assertThat(opened).extracting(JobProgress::done).containsExactly(200L);
    }

    @Test
    @DisplayName(
            "A job in the tray is paused, let go on, tried again and cancelled by buttons that stay where they are")
    void steers() {
        tray.show(List.of(job(JobState.RUNNING, 100)));
        LocatorJ._click(button());
        Button toggle = steering("toggle");
        assertThat(toggle.getElement().getAttribute("aria-label")).isEqualTo("Pause Import autumn-intake.csv");
        LocatorJ._click(toggle);
        tray.show(List.of(job(JobState.PAUSED, 100)));
        assertThat(steering("toggle")).isSameAs(toggle);
        assertThat(toggle.getElement().getAttribute("aria-label")).isEqualTo("Let Import autumn-intake.csv go on");
        LocatorJ._click(toggle);
        LocatorJ._click(steering("cancel"));

        tray.show(List.of(job(JobState.NEEDS_ATTENTION, 100)));
        assertThat(row().getElement().getTextRecursively())
                .contains(
                        "Stopped after 3 tries. Nothing is lost: 100 of 31,204 are in.",
                        "See why",
                        "Try again",
                        "Stop here");
        LocatorJ._click(steering("toggle"));
        LocatorJ._click(steering("cancel"));
        LocatorJ._click(steering("why"));
        assertThat(opened).hasSize(1);
        assertThat(done).containsExactly("pause 7", "resume 7", "cancel 7", "resume 7", "cancel 7");

        tray.show(List.of(job(JobState.COMPLETED, 31_193)));
        LocatorJ._assertNone(Button.class, spec -> spec.withClasses("toggle"));
    }

    @Test
    void the_tray_leads_to_the_history() {
        LocatorJ._click(button());
        LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withId("all-jobs")));

        assertThat(done).containsExactly("all");
    }

    private static Button steering(String className) {
        return LocatorJ._get(row(), Button.class, spec -> spec.withClasses(className));
    }

    private TrayButton button() {
        return LocatorJ._get(TrayButton.class);
    }

    private static JobRow row() {
        return LocatorJ._get(JobRow.class);
    }

    private static JobProgress job(JobState state, long done) {
        return new JobProgress(
                7,
                "import",
                "Import autumn-intake.csv",
                state,
                "applying",
                31_204,
                done,
                11,
                1L,
                "Ana Ruiz",
                NOW,
                NOW.minusSeconds(30),
                0,
                NOW,
                state.ended() ? NOW : null,
                state == JobState.CANCELLED ? "Mira Solberg" : null,
                null);
    }

    private final class Actions implements JobActions {

        @Override
        public void open(JobProgress job) {
            opened.add(job);
        }

        @Override
        public void pause(JobProgress job, Component control) {
            done.add("pause " + job.id());
        }

        @Override
        public void resume(JobProgress job, Component control) {
            done.add("resume " + job.id());
        }

        @Override
        public void cancel(JobProgress job, Component control) {
            done.add("cancel " + job.id());
        }

        @Override
        public void all() {
            done.add("all");
        }
    }
}
