package app.rollcall.enrolment.ui;

import app.rollcall.enrolment.CourseLearner;
import app.rollcall.ui.EnrolmentBadge;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;

/** The table of a course's learners: how far each has come, whether it binds, by when and by whom. */
final class CourseLearnerGrid extends Grid<CourseLearner> {

    private static final int PAGE = 50;
    private static final int NARROW = 860;
    private static final int LESS = 1040;

    private final transient Clock clock;
    private final Column<CourseLearner> progress;
    private final Column<CourseLearner> tag;
    private final Column<CourseLearner> due;
    private final Column<CourseLearner> by;

    CourseLearnerGrid(LazyItems<CourseLearner> items, Clock clock) {
        this.clock = clock;
        setId("course-learners");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        // What a screen asks for is read in one go, however many pages that are.
        getDataCommunicator().setPagingEnabled(false);
        setSizeFull();
        addComponentColumn(this::name)
                .setHeader(getTranslation("enrolment.column.name"))
                .setFlexGrow(3)
                .setWidth("12rem");
        addComponentColumn(row -> EnrolmentBadge.of(
                        this, row.status().code(), row.status().percent()))
                .setHeader(getTranslation("enrolment.column.status"))
                .setFlexGrow(0)
                .setWidth("9.5rem");
        progress = addComponentColumn(
                        row -> EnrolmentCells.bar(this, row.name(), row.status().percent()))
                .setHeader(Unseen.words(getTranslation("enrolment.column.progress")))
                .setFlexGrow(0)
                .setWidth("6rem");
        tag = addComponentColumn(row -> EnrolmentCells.tag(this, row.requirement()))
                .setHeader(getTranslation("enrolment.column.assignment"))
                .setFlexGrow(0)
                .setWidth("8rem");
        due = addComponentColumn(this::due)
                .setHeader(getTranslation("enrolment.column.due"))
                .setFlexGrow(0)
                .setWidth("10.5rem");
        by = addComponentColumn(row -> row.assignedBy() == null ? EnrolmentCells.none(this) : said(row.assignedBy()))
                .setHeader(getTranslation("enrolment.column.by"))
                .setFlexGrow(1)
                .setWidth("9rem");
        setPartNameGenerator(row -> row.paused() ? "muted" : "");
        setDataProvider(items);
    }

    /** Which columns a screen of this width has room for. */
    void fit(int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        progress.setVisible(width > LESS);
        tag.setVisible(!phone);
        due.setVisible(!phone);
        by.setVisible(width > NARROW);
    }

    private Component name(CourseLearner row) {
        Span name = new Span(row.name());
        name.addClassNames("nm", "cut");
        name.setTitle(row.email());
        Span cell = new Span(
                row.pending()
                        ? PersonAvatar.pending(row.email(), PersonAvatar.Size.M)
                        : PersonAvatar.of(row.name(), PersonAvatar.Size.M),
                name);
        cell.addClassName("row");
        cell.getElement().setAttribute("data-learner", String.valueOf(row.id().value()));
        return cell;
    }

    private Component due(CourseLearner row) {
        Moments moments = Moments.of(this, clock.instant());
        return EnrolmentCells.due(this, row.dueAt(), row.overdue(moments.now()), moments);
    }

    private static Span said(String text) {
        Span said = new Span(text);
        said.addClassNames("t2", "cut");
        return said;
    }
}
