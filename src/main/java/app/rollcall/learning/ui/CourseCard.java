package app.rollcall.learning.ui;

import app.rollcall.learning.MyCourse;
import app.rollcall.ui.CoursePicture;
import app.rollcall.ui.EnrolmentBadge;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ProgressLine;
import app.rollcall.ui.Tag;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;

/** One of the learner's courses: picture with the tag (MA-06), title, what kind it is, how far it has come, when it is due. */
final class CourseCard extends ListItem {

    private final transient MyCourse course;
    private final transient Moments moments;

    CourseCard(MyCourse course, Moments moments, boolean closed) {
        this.course = course;
        this.moments = moments;
        addClassName("card");
        Div body = new Div(new H2(course.title()), caption());
        body.addClassName("cbody");
        if (course.assignedBy() != null && !course.completed() && course.progress() == 0) {
            body.add(assigned(course.assignedBy()));
        }
        if (course.accessEndsAt() != null && !course.completed()) {
            body.add(access(course.accessEndsAt()));
        }
        Component due = DueDate.of(this, course, moments);
        Div line = new Div(
                EnrolmentBadge.of(this, course.status().code(), course.status().percent()), due);
        line.addClassName("cline");
        body.add(progress(closed), line);
        add(thumbnail(), body);
    }

    private Div thumbnail() {
        Span tag = new Span(
                course.required()
                        ? Tag.required(getTranslation("learning.required"))
                        : Tag.optional(getTranslation("learning.optional")));
        tag.addClassName("tg");
        Div thumbnail = new Div(CoursePicture.of(course.kind().code()).create(), tag);
        thumbnail.addClassNames("th", PersonAvatar.hue(course.code()));
        return thumbnail;
    }

    private Paragraph caption() {
        Paragraph caption = new Paragraph(
                course.completed() && course.completedAt() != null
                        ? getTranslation("learning.completed", moments.day(course.completedAt()))
                        : getTranslation(
                                "learning.caption",
                                getTranslation("course.kind." + course.kind().code()),
                                course.code()));
        caption.addClassName("caption");
        return caption;
    }

    private Div assigned(String by) {
        Div line = new Div(
                PersonAvatar.of(by, PersonAvatar.Size.S),
                new Span(getTranslation("learning.assigned", by, moments.day(course.assignedAt()))));
        line.addClassName("more");
        return line;
    }

    private Div access(Instant end) {
        String key = end.isBefore(moments.now()) ? "learning.access.ended" : "learning.access.ends";
        Div line = new Div(Icons.CALENDAR.create(), new Span(getTranslation(key, moments.day(end))));
        line.addClassName("more");
        line.getElement().setAttribute("title", moments.exact(end));
        return line;
    }

    private ProgressLine progress(boolean closed) {
        ProgressLine bar = new ProgressLine(getTranslation("learning.progress", course.title()));
        String open = course.completed() ? "done" : "blue";
        bar.show(course.status().percent() / 100d, closed ? "quiet" : open);
        return bar;
    }
}
