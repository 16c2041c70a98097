package app.rollcall.enrolment.ui;

import app.rollcall.enrolment.LearnerCourse;
import app.rollcall.enrolment.LearnerCourseOrder;
import app.rollcall.ui.CoursePicture;
import app.rollcall.ui.EnrolmentBadge;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.TakeAway;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** The table of a learner's courses: how far, how well, whether it binds (OM-59). */
final class LearnerCourseGrid extends Grid<LearnerCourse> {

    private static final int NARROW = 860;
    private static final int LESS = 1040;

    private final transient Clock clock;
    private final Column<LearnerCourse> status;
    private final Column<LearnerCourse> score;
    private final Column<LearnerCourse> tag;
    private final Column<LearnerCourse> due;

    /** @param remove what the button at the end of a line does; the line and the button */
    LearnerCourseGrid(
            LazyItems<LearnerCourse> items, Clock clock, boolean mayRemove, BiConsumer<LearnerCourse, Button> remove) {
        this.clock = clock;
        setId("learner-courses");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addComponentColumn(this::title)
                .setHeader(getTranslation("enrolment.column.course"))
                .setKey("title")
                .setSortProperty("title")
                .setFlexGrow(3)
                .setWidth("12rem");
        status = addComponentColumn(row -> EnrolmentBadge.of(
                        this, row.status().code(), row.status().percent()))
                .setHeader(getTranslation("enrolment.column.status"))
                .setFlexGrow(0)
                .setWidth("9.5rem");
        addComponentColumn(this::completion)
                .setHeader(getTranslation("enrolment.column.completion"))
                .setKey("completion")
                .setSortProperty("completion")
                .setFlexGrow(0)
                .setWidth("9rem");
        score = addComponentColumn(this::score)
                .setHeader(getTranslation("enrolment.column.score"))
                .setKey("score")
                .setSortProperty("score")
                .setFlexGrow(0)
                .setWidth("7rem")
                .setTextAlign(ColumnTextAlign.END);
        tag = addComponentColumn(row -> EnrolmentCells.tag(this, row.requirement()))
                .setHeader(getTranslation("enrolment.column.assignment"))
                .setFlexGrow(0)
                .setWidth("8rem");
        due = addComponentColumn(this::due)
                .setHeader(getTranslation("enrolment.column.due"))
                .setFlexGrow(0)
                .setWidth("10rem");
        if (mayRemove) {
            addComponentColumn(row -> remove(row, remove))
                    .setHeader(Unseen.words(getTranslation("enrolment.column.remove")))
                    .setKey("remove")
                    .setFlexGrow(0)
                    .setWidth("4.5rem");
        }
        setDataProvider(items);
    }

    /** Which columns a screen of this width has room for. */
    void fit(int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        status.setVisible(width > NARROW);
        score.setVisible(!phone);
        tag.setVisible(width > LESS);
        due.setVisible(width > LESS);
    }

    /** Shows the order in the headers, as if it had been chosen there. */
    void order(LearnerCourseOrder order) {
        String code = order.code();
        boolean down = code.endsWith("_descending");
        Column<LearnerCourse> column = getColumnByKey(down ? code.substring(0, code.indexOf('_')) : code);
        sort(List.of(new GridSortOrder<>(column, down ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    }

    /** What the headers ask for. */
    static LearnerCourseOrder order(List<QuerySortOrder> orders) {
        return orders.isEmpty()
                ? LearnerCourseOrder.TITLE
                : LearnerCourseOrder.of(orders.getFirst().getSorted().toLowerCase(Locale.ROOT)
                        + (orders.getFirst().getDirection() == SortDirection.DESCENDING ? "_descending" : ""));
    }

    private Component title(LearnerCourse row) {
        Span name = new Span(row.title());
        name.addClassNames("nm", "cut");
        name.setTitle(row.title());
        Span code = new Span(row.code());
        code.addClassNames("t2", "mono", "xs");
        Span cell = new Span(CoursePicture.of(row.kind().code()).create(), name, code);
        cell.addClassName("row");
        cell.getElement().setAttribute("data-course", row.code());
        return cell;
    }

    private Component completion(LearnerCourse row) {
        Span percent = new Span(percent(row.progress()));
        percent.addClassNames("num", "t2");
        Span line = EnrolmentCells.bar(this, row.title(), row.progress());
        line.add(percent);
        return line;
    }

    private Component score(LearnerCourse row) {
        if (row.score() == null) {
            return EnrolmentCells.none(this);
        }
        Span score = new Span(percent(row.score()));
        score.addClassName("num");
        return score;
    }

    private String percent(int value) {
        return NumberFormat.getPercentInstance(getLocale()).format(value / 100d);
    }

    private Component due(LearnerCourse row) {
        Moments moments = Moments.of(this, clock.instant());
        return EnrolmentCells.due(this, row.due(), row.overdue(moments.now()), moments);
    }

    private Component remove(LearnerCourse row, BiConsumer<LearnerCourse, Button> remove) {
        Button button = TakeAway.button(getTranslation("enrolment.take", row.title()), row.code());
        button.addClickListener(_ -> remove.accept(row, button));
        return button;
    }
}
