package app.rollcall.enrolment.ui;

import app.rollcall.enrolment.Requirement;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.ProgressLine;
import app.rollcall.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an enrolment looks like in a table, whether the line is a learner's or a course's. */
final class EnrolmentCells {

    private EnrolmentCells() {}

    /** Required or Optional (MA-03). */
    static Component tag(Component words, Requirement requirement) {
        return requirement == Requirement.REQUIRED
                ? Tag.required(words.getTranslation("enrolment.required"))
                : Tag.optional(words.getTranslation("enrolment.optional"));
    }

    /** The day it is to be done by; what is over says so by a picture and a word, never by its colour alone. */
    static Component due(Component words, @Nullable Instant at, boolean overdue, Moments moments) {
        if (at == null) {
            return none(words);
        }
        String day = moments.day(at);
        Span due = new Span();
        due.addClassName("due");
        due.setTitle(moments.exact(at));
        if (overdue) {
            due.addClassName("over");
            due.add(Icons.CLOCK.create(), new Span(words.getTranslation("enrolment.over", day)));
        } else {
            due.add(new Span(day));
        }
        return due;
    }

    /** @param whose what the bar is about, for those who do not see it */
    static Span bar(Component words, String whose, int percent) {
        ProgressLine bar = new ProgressLine(words.getTranslation("enrolment.progress", whose));
        bar.show(percent / 100d, percent == 100 ? "done" : "blue");
        bar.addClassName("grow");
        Span line = new Span(bar);
        line.addClassNames("row", "line");
        return line;
    }

    static Span none(Component words) {
        Span none = new Span("–");
        none.addClassName("t3");
        none.getElement().setAttribute("aria-label", words.getTranslation("enrolment.none"));
        return none;
    }
}
