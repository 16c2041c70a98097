package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourse;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** When a course is due, as its learner counts days; in red and with a clock when that is over. */
final class DueDate {

    private DueDate() {}

    static Span of(Component words, MyCourse course, Moments moments) {
        Span due = new Span();
        due.addClassName("due");
        if (course.completed()) {
            return due;
        }
        Instant at = course.dueAt();
        if (at == null) {
            due.setText(words.getTranslation("learning.due.none"));
            return due;
        }
        due.setClassName("over", course.overdue(moments.now()));
        due.getElement().setAttribute("title", moments.exact(at));
        due.add(Icons.CLOCK.create(), new Span(text(words, at, moments)));
        return due;
    }

    private static String text(Component words, Instant at, Moments moments) {
        LocalDate day = at.atZone(moments.zone()).toLocalDate();
        LocalDate today = moments.now().atZone(moments.zone()).toLocalDate();
        long left = ChronoUnit.DAYS.between(today, day);
        if (at.isBefore(moments.now())) {
            return words.getTranslation("learning.due.over", -left);
        }
        if (left <= 1) {
            return words.getTranslation(left == 0 ? "learning.due.today" : "learning.due.tomorrow");
        }
        return words.getTranslation("learning.due", moments.day(at));
    }
}
