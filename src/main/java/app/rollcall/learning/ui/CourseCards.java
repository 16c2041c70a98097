package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourse;
import app.rollcall.learning.MyCourses;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The courses as cards, and what stands there instead or above: nothing yet, closed for now, the shape of what is coming. */
final class CourseCards extends Div {

    private static final int SKELETONS = 4;

    private Shown shown = Shown.ALL;
    private transient @Nullable Drawn drawn;

    /** What the cards were drawn from; the day too, for what was due tomorrow is due today. */
    private record Drawn(Optional<MyCourses> courses, Moments moments) {

        boolean sameAs(Drawn other) {
            return courses.equals(other.courses) && day().equals(other.day()) && overdue() == other.overdue();
        }

        private LocalDate day() {
            ZoneId zone = moments.zone();
            return moments.now().atZone(zone).toLocalDate();
        }

        private long overdue() {
            return courses.map(found -> found.overdue(moments.now())).orElse(0L);
        }
    }

    CourseCards() {
        addClassName("learning-cards");
        UnorderedList coming = new UnorderedList();
        coming.addClassNames("cards", "coming");
        coming.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < SKELETONS; i++) {
            ListItem card = new ListItem();
            card.addClassName("card");
            coming.add(card);
        }
        add(coming);
    }

    void show(Shown chosen) {
        shown = chosen;
        draw();
    }

    /** Draws anew only what is not as it was: a screen reader's place in the list stays while nothing happens. */
    void show(Optional<MyCourses> courses, Moments moments) {
        Drawn next = new Drawn(courses, moments);
        if (drawn == null || !drawn.sameAs(next)) {
            drawn = next;
            draw();
        }
    }

    private void draw() {
        Drawn now = drawn;
        if (now == null) {
            return;
        }
        removeAll();
        if (now.courses().isEmpty()) {
            add(empty(Icons.BARRED, "learning.closed", "learning.closed.why"));
            return;
        }
        MyCourses courses = now.courses().get();
        if (courses.pause() != null) {
            add(paused(courses, courses.pause(), now.moments()));
        }
        List<MyCourse> chosen = courses.courses().stream().filter(shown::has).toList();
        add(chosen.isEmpty() ? nothing(courses) : list(chosen, courses.pause() != null, now.moments()));
    }

    private Note paused(MyCourses courses, MyCourses.Pause pause, Moments moments) {
        String by = pause.by() == null ? "" : pause.by();
        String when = pause.at() == null ? "" : moments.day(pause.at());
        Note note = new Note(
                Note.Tone.AMBER,
                getTranslation(
                        by.isEmpty() || when.isEmpty() ? "learning.paused" : "learning.paused.by",
                        by,
                        when,
                        courses.organisation()));
        note.getElement().setAttribute("role", "status");
        return note;
    }

    private UnorderedList list(List<MyCourse> courses, boolean closed, Moments moments) {
        UnorderedList list = new UnorderedList();
        list.addClassName("cards");
        list.setClassName("closed", closed);
        courses.forEach(course -> list.add(new CourseCard(course, moments, closed)));
        return list;
    }

    private EmptyState nothing(MyCourses courses) {
        return courses.courses().isEmpty()
                ? empty(Icons.COURSE, "learning.empty", "learning.empty.why")
                : shown == Shown.COMPLETED
                        ? empty(Icons.TICK, "learning.none_completed", "learning.none_completed.why")
                        : empty(Icons.TICK_DISC, "learning.all_done", "learning.all_done.why");
    }

    private EmptyState empty(Icons icon, String fact, String cause) {
        return new EmptyState(icon, getTranslation(fact), getTranslation(cause));
    }
}
