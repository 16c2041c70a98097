package app.rollcall.enrolment.ui;

import app.rollcall.enrolment.CannotAssign;
import app.rollcall.enrolment.EnrollableCourse;
import app.rollcall.enrolment.LearnerCourse;
import app.rollcall.enrolment.LearnerCourseOrder;
import app.rollcall.enrolment.LearnerCourses;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.ui.CoursePicture;
import app.rollcall.ui.EnrollDialog;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Notices;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SearchField;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.TakeAway;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The courses of one learner on their record: search, order, Direct Enroll, and taking one away (OM-58 to OM-60). */
public final class LearnerCoursesPanel extends Div {

    private final transient LearnerCourses courses;
    private final transient Actor actor;
    private final transient PersonId learner;
    private final String name;
    private final LazyItems<LearnerCourse> items;
    private final LearnerCourseGrid grid;
    private final SearchField search;
    private final Button enroll = new Button();
    private volatile String text = "";
    private volatile LearnerCourseOrder order = LearnerCourseOrder.TITLE;

    /**
     * @param name of the learner, for what is said in passing
     * @param shown told what is searched for and in which order, when somebody changes it
     */
    public LearnerCoursesPanel(
            LearnerCourses courses,
            Actor actor,
            PersonId learner,
            String name,
            Clock clock,
            BiConsumer<String, LearnerCourseOrder> shown) {
        this.courses = courses;
        this.actor = actor;
        this.learner = learner;
        this.name = name;
        boolean manages = actor.may(Permission.MANAGE_USERS);
        setId("courses-panel");
        addClassName("record-panel");
        items = new LazyItems<>(
                LearnerCourse::id,
                (offset, limit, _) -> courses.page(actor, learner, text, order, offset, limit),
                () -> courses.count(actor, learner, text));
        grid = new LearnerCourseGrid(items, clock, manages, this::take);
        grid.setEmptyStateText(getTranslation("enrolment.of_learner.none"));
        search = new SearchField(getTranslation("course.search"));
        search.setId("course-search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                text = change.getValue().strip();
                items.refreshAll();
                shown.accept(text, order);
            }
        });
        grid.addSortListener(sort -> {
            if (sort.isFromClient()) {
                order = LearnerCourseGrid.order(sort.getSortOrder().stream()
                        .flatMap(one -> one.getSorted().getSortOrder(one.getDirection()))
                        .toList());
                items.refreshAll();
                shown.accept(text, order);
            }
        });
        Div bar = new Div(search);
        bar.addClassName("bar");
        if (manages) {
            enroll.setText(getTranslation("ui.enroll"));
            enroll.addClickListener(_ -> enroll());
            enroll.setId("direct-enroll");
            enroll.addThemeVariants(ButtonVariant.PRIMARY);
            Div right = new Div(enroll);
            right.addClassName("right");
            bar.add(right);
        }
        add(bar, grid);
        ScreenWidth.follow(this, grid::fit);
    }

    /** Shows what a URL asks for. */
    public void show(String searched, LearnerCourseOrder ordered) {
        text = searched;
        order = ordered;
        search.setValue(searched);
        grid.order(ordered);
        items.refreshAll();
    }

    /** Whether Direct Enroll is offered: the disabled are given nothing. */
    public void offer(boolean given) {
        enroll.setVisible(given);
    }

    /** Reads again what is on the screen. */
    public void reread() {
        items.refreshAll();
    }

    private void enroll() {
        HowAssigned how = new HowAssigned();
        new EnrollDialog<EnrollableCourse>(
                        name,
                        new SearchedItems<>(
                                EnrollableCourse::id,
                                (typed, offset, limit) -> courses.enrollable(actor, learner, typed, offset, limit),
                                typed -> courses.enrollableCount(actor, learner, typed)),
                        course -> EnrollDialog.line(
                                CoursePicture.of(course.kind().code()), course.title(), course.code()),
                        how,
                        chosen -> how.good()
                                ? courses.enrol(
                                        actor,
                                        learner,
                                        chosen.stream()
                                                .map(EnrollableCourse::id)
                                                .toList(),
                                        how.requirement(),
                                        how.due())
                                : null,
                        got -> {
                            Notices.done(getTranslation("enrolment.enrolled", name, got));
                            reread();
                        },
                        this::failed)
                .open();
    }

    private void take(LearnerCourse course, Button button) {
        new TakeAway(this, this::reread, this::failed)
                .run(
                        button,
                        courses.take(actor, learner, course.id()),
                        taken -> courses.giveBack(actor, taken),
                        getTranslation("enrolment.taken", name, course.title()),
                        getTranslation("enrolment.gone_already", name, course.title()));
    }

    private Optional<String> failed(Throwable failure) {
        return switch (failure) {
            case CannotAssign cannot ->
                Optional.of(getTranslation("enrolment.cannot." + cannot.reason().code(), cannot.free()));
            case Refused _ -> Optional.of(getTranslation("enrolment.refused"));
            default -> Optional.empty();
        };
    }
}
