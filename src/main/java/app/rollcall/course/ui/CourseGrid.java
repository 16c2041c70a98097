package app.rollcall.course.ui;

import app.rollcall.course.Course;
import app.rollcall.ui.CoursePicture;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.TableKeys;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;

/** The table of courses: each leads to who learns it. */
final class CourseGrid extends Grid<Course> {

    private final Column<Course> kind;
    private final Column<Course> status;

    CourseGrid(LazyItems<Course> items) {
        setId("courses");
        TableKeys.on(this);
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(this::title)
                .setHeader(getTranslation("course.column.title"))
                .setFlexGrow(3)
                .setWidth("14rem");
        kind = addComponentColumn(course ->
                        said(getTranslation("course.kind." + course.kind().code())))
                .setHeader(getTranslation("course.column.kind"))
                .setFlexGrow(1)
                .setWidth("11rem");
        status = addComponentColumn(course ->
                        said(getTranslation("course.status." + course.status().code())))
                .setHeader(getTranslation("course.column.status"))
                .setFlexGrow(0)
                .setWidth("8rem");
        addComponentColumn(this::learners)
                .setHeader(getTranslation("course.column.learners"))
                .setFlexGrow(0)
                .setWidth("7rem")
                .setTextAlign(ColumnTextAlign.END);
        setPartNameGenerator(course -> course.published() ? "" : "muted");
        setDataProvider(items);
    }

    /** Which columns a screen of this width has room for. */
    void fit(int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        kind.setVisible(!phone);
        status.setVisible(!phone);
    }

    private Component title(Course course) {
        // The page of a course is a screen of enrolments, which lie above courses: it is known here by its address
        // alone.
        Anchor title = new Anchor(CoursesView.PATH + "/" + course.id().value(), course.title());
        title.addClassNames("nm", "cut");
        Span code = new Span(course.code());
        code.addClassNames("t2", "mono", "xs");
        Span cell = new Span(CoursePicture.of(course.kind().code()).create(), title, code);
        cell.addClassNames("row");
        cell.getElement().setAttribute("data-course", course.code());
        return cell;
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassName("t2");
        return said;
    }

    private Span learners(Course course) {
        Span number = new Span(
                course.seats() == null
                        ? NumberFormat.getIntegerInstance(getLocale()).format(course.learners())
                        : getTranslation("course.of_seats", course.taken(), course.seats()));
        number.addClassName("num");
        if (course.seats() != null) {
            number.setTitle(getTranslation("course.of_seats.spoken", course.taken(), course.seats()));
        }
        return number;
    }
}
