package app.rollcall.job.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.job.JobId;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.JobOnScreen;
import app.rollcall.ui.JobTray;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

class TrayPartTest extends JobScene {

    @Autowired
    private Imports imports;

    @Autowired
    private TrayPart part;

    @Test
    @DisplayName("LV-03 An admin's tray shows everybody's jobs, newest first, as they are and as they come")
    void everybodysJobs() {
        job(ida, "by-ida.csv", JobState.RUNNING, 250);
        job(mira, "by-mira.csv", JobState.RUNNING, 0);
        open(mira);
        until(() -> assertThat(rows()).hasSize(2));
        assertThat(rows().getFirst()).contains("by-mira.csv");
        assertThat(rows().getLast()).contains("by-ida.csv").contains("250 of 1,000 rows");

        jobs.announce(job(ida, "later.csv", JobState.QUEUED, 0)).block();
        until(() -> assertThat(rows()).hasSize(3).first().asString().contains("later.csv"));
    }

    @Test
    @DisplayName("RL Customer service sees its own jobs only, also of those that are announced")
    void ownJobs() {
        job(mira, "by-mira.csv", JobState.RUNNING, 0);
        job(ida, "by-ida.csv", JobState.RUNNING, 0);
        open(ida);
        until(() -> assertThat(rows()).singleElement().asString().contains("by-ida.csv"));

        jobs.announce(job(mira, "another.csv", JobState.QUEUED, 0)).block();
        jobs.announce(job(ida, "mine.csv", JobState.QUEUED, 0)).block();
        until(() -> assertThat(rows()).hasSize(2).noneMatch(row -> row.contains("another.csv")));
    }

    @ParameterizedTest
    @EnumSource(
            value = JobState.class,
            names = {"PREPARING", "REVIEW", "QUEUED", "RUNNING", "PAUSED", "NEEDS_ATTENTION"})
    @DisplayName("LV-03 Whatever is not over is in the tray of a page that is opened anew")
    void notOver(JobState state) {
        job(mira, "list.csv", state, 0);
        open(mira);

        until(() -> assertThat(rows()).hasSize(1));
    }

    @Test
    @DisplayName(
            "LV-03 A job that is cancelled stays in the tray as one that is done does, and says by whom, how far it was, what stays")
    void cancelled() {
        Actor ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        JobId job = job(mira, "list.csv", JobState.RUNNING, 250);
        open(mira);
        until(() -> assertThat(rows()).hasSize(1));
        imports.cancel(ana, new ImportId(job.value())).block();

        String told = "Cancelled by Ana Ruiz. 250 were done before; they stay.250 of 1,000 rows";
        until(() -> assertThat(rows()).singleElement().asString().contains("list.csv", told, "just now"));
        TestScreen.close();
        open(mira);
        until(() -> assertThat(rows()).singleElement().asString().contains(told));
    }

    @Test
    @DisplayName("LV-03 A job over for long and a discarded list are not in the tray; one just discarded leaves it")
    void over() {
        JobId old = job(mira, "old.csv", JobState.COMPLETED, 1_000);
        database.run("UPDATE job SET finished_at = now() - interval '1 hour' WHERE id = ?", old.value());
        JobId thrownAway = job(mira, "thrown-away.csv", JobState.CANCELLED, 0);
        database.run("UPDATE job SET step = 'checking' WHERE id = ?", thrownAway.value());
        JobId review = job(mira, "review.csv", JobState.REVIEW, 0);
        job(mira, "done.csv", JobState.COMPLETED, 1_000);
        open(mira);
        until(() -> assertThat(rows()).hasSize(2));

        database.run(
                "UPDATE job SET state = 'cancelled', step = 'checking', finished_at = now() WHERE id = ?",
                review.value());
        jobs.announce(review).block();
        until(() -> assertThat(rows()).singleElement().asString().contains("done.csv"));
    }

    @Test
    @DisplayName("LV-03 A list that waits says what it waits for: to be put together, or to be confirmed")
    void waits() {
        JobId list = job(mira, "list.csv", JobState.REVIEW, 0);
        database.run("UPDATE job SET step = 'adding', total = 0 WHERE id = ?", list.value());
        open(mira);
        until(() -> assertThat(rows()).singleElement().asString().contains("The list is being put together."));

        database.run("UPDATE job SET step = 'checking' WHERE id = ?", list.value());
        jobs.announce(list).block();
        until(() -> assertThat(rows()).singleElement().asString().contains("It is read and checked."));
    }

    @Test
    @DisplayName("LV-06 After the feed was cut the tray reads again what it missed")
    void resync() {
        open(mira);
        until(() -> assertThat(text(LocatorJ._get(JobTray.class))).isNotEmpty());
        job(ida, "missed.csv", JobState.RUNNING, 10);
        assertThat(rows()).isEmpty();

        // What a node cannot read means only that something changed.
        database.text("SELECT pg_notify('rollcall', 'in the words of a newer node')");
        until(() -> assertThat(rows()).singleElement().asString().contains("missed.csv"));
    }

    @Test
    @DisplayName("MA-14 Who started a job is told when it is over, with a way to the results; others, and who sees it"
            + " anyway, are not")
    void notice() {
        JobId mine = job(mira, "mine.csv", JobState.RUNNING, 0);
        JobId shown = job(mira, "shown.csv", JobState.RUNNING, 0);
        JobId others = job(ida, "others.csv", JobState.RUNNING, 0);
        open(mira);
        until(() -> assertThat(rows()).hasSize(3));
        Div screen = new Div();
        new JobOnScreen(screen).show(shown.value());
        UI.getCurrent().add(screen);
        for (JobId job : List.of(others, shown, mine)) {
            database.run("UPDATE job SET state = 'completed', finished_at = now() WHERE id = ?", job.value());
            jobs.announce(job).block();
        }

        until(() -> assertThat(LocatorJ._get(Notification.class).getElement().getTextRecursively())
                .contains("“mine.csv” is done.", "Show results"));
    }

    @Test
    @DisplayName("RL Who may not see jobs has no tray")
    void noTray() {
        TestScreen.open(application, Actors.withRole(database, Role.AUTHOR, "Some", "Author"));

        assertThat(part.get()).isNotInstanceOf(JobTray.class);
    }

    private void open(Actor actor) {
        TestScreen.open(application, actor);
        Component tray = part.get();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(tray);
        LocatorJ._click(LocatorJ._get(tray, Button.class, spec -> spec.withClasses("tray")));
    }

    private static List<String> rows() {
        return LocatorJ._find(ListItem.class, spec -> spec.withClasses("job")).stream()
                .map(TestScreen::text)
                .toList();
    }
}
