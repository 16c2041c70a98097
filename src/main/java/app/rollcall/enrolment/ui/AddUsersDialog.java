package app.rollcall.enrolment.ui;

import app.rollcall.course.Course;
import app.rollcall.enrolment.Assignable;
import app.rollcall.enrolment.CannotAssign;
import app.rollcall.enrolment.Enrolments;
import app.rollcall.enrolment.Requirement;
import app.rollcall.importing.ui.ImportNavigation;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Refused;
import app.rollcall.ui.CalendarWords;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Notices;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.Segments;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;

/** Add Users: chooses people who have not the course, and how it binds them; a link at its bottom brings a file (MA-10). */
final class AddUsersDialog extends Dialog {

    private final transient Course course;
    private final transient Enrolments enrolments;
    private final transient Actor actor;
    private final transient Runnable done;
    private final Grid<Assignable> people = new Grid<>();
    private final Segments<Requirement> requirement;
    private final DatePicker due = new DatePicker();
    private final Button assign = new Button();

    AddUsersDialog(Course course, Enrolments enrolments, Actor actor, Runnable done) {
        this.course = course;
        this.enrolments = enrolments;
        this.actor = actor;
        this.done = done;
        setId("add-users");
        addClassNames("picker", "add-users");
        setHeaderTitle(getTranslation("enrolment.add_users"));
        Span title = new Span(course.title());
        title.addClassNames("t2", "cut");
        getHeader().add(title);
        requirement = new Segments<>(List.of(Requirement.OPTIONAL, Requirement.REQUIRED), this::said);
        requirement.setId("requirement");
        requirement.setAriaLabel(getTranslation("enrolment.column.assignment"));
        due.setId("due");
        due.setLabel(getTranslation("enrolment.due"));
        due.setClearButtonVisible(true);
        due.setI18n(CalendarWords.of(this).setBadInputErrorMessage(getTranslation("enrolment.due.wrong")));
        Span binds = new Span(getTranslation("enrolment.column.assignment"));
        binds.addClassName("label");
        Div how = new Div(new Div(binds, requirement), due);
        how.addClassNames("row", "how-assigned");
        add(search(), people, how);
        foot();
        tally();
    }

    private TextField search() {
        ConfigurableFilterDataProvider<Assignable, Void, String> found = new SearchedItems<Assignable>(
                        Assignable::id,
                        (text, offset, limit) -> enrolments.assignable(actor, course.id(), text, offset, limit),
                        text -> enrolments.assignableCount(actor, course.id(), text))
                .withConfigurableFilter();
        people.setId("assignable");
        people.addThemeVariants(GridVariant.NO_BORDER);
        people.setSelectionMode(Grid.SelectionMode.MULTI);
        people.addComponentColumn(this::person);
        people.setDataProvider(found);
        people.setEmptyStateText(getTranslation("enrolment.nobody_left"));
        people.asMultiSelect().addValueChangeListener(_ -> tally());
        people.addItemClickListener(click -> toggle(click.getItem()));
        TextField search = new TextField();
        search.setId("people-search");
        search.setPlaceholder(getTranslation("enrolment.find"));
        search.setAriaLabel(getTranslation("enrolment.find"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setAutofocus(true);
        search.addValueChangeListener(typed -> found.setFilter(typed.getValue().strip()));
        return search;
    }

    private Component person(Assignable person) {
        Span name = new Span(person.name());
        name.addClassNames("nm", "cut");
        Span email = new Span(person.pending() ? getTranslation("enrolment.pending") : person.email());
        email.addClassNames("t2", "xs", "cut");
        Span who = new Span(name, email);
        who.addClassNames("col", "grow");
        Span row = new Span(
                person.pending()
                        ? PersonAvatar.pending(person.email(), PersonAvatar.Size.M)
                        : PersonAvatar.of(person.name(), PersonAvatar.Size.M),
                who);
        row.addClassName("card-row");
        row.getElement().setAttribute("data-learner", String.valueOf(person.id().value()));
        return row;
    }

    private void toggle(Assignable person) {
        if (people.getSelectedItems().contains(person)) {
            people.deselect(person);
        } else {
            people.select(person);
        }
    }

    private String said(Requirement value) {
        return getTranslation("enrolment." + value.code());
    }

    private void foot() {
        Button cancel = new Button(getTranslation("enrolment.cancel"), _ -> close());
        cancel.setId("add-users-cancel");
        assign.setId("assign");
        assign.addThemeVariants(ButtonVariant.PRIMARY);
        assign.addClickListener(_ -> assign());
        Span right = new Span(cancel, assign);
        right.addClassName("right");
        Span foot = new Span();
        foot.addClassName("import-foot");
        if (actor.may(Permission.IMPORT_LEARNERS)) {
            Anchor file = new Anchor(ImportNavigation.ofCourse(course.code()), getTranslation("enrolment.import"));
            file.setId("import-file");
            file.addClassName("u");
            file.getElement().addEventListener("click", _ -> close());
            foot.add(file);
        }
        foot.add(right);
        getFooter().add(foot);
    }

    private void tally() {
        int chosen = people.getSelectedItems().size();
        assign.setText(getTranslation("enrolment.assign_some", chosen));
        assign.setEnabled(chosen > 0);
    }

    private void assign() {
        if (due.isInvalid()) {
            due.focus();
            return;
        }
        UiTask.run(
                assign,
                enrolments.assign(
                        actor,
                        course.id(),
                        people.getSelectedItems().stream().map(Assignable::id).toList(),
                        requirement.getValue(),
                        due.getValue()),
                got -> {
                    close();
                    Notices.done(getTranslation("enrolment.assigned", got, course.title()));
                    done.run();
                },
                this::failed);
    }

    private Optional<String> failed(Throwable failure) {
        return switch (failure) {
            case CannotAssign cannot ->
                Optional.of(getTranslation("enrolment.cannot." + cannot.reason().code()));
            case Refused _ -> Optional.of(getTranslation("enrolment.refused"));
            default -> Optional.empty();
        };
    }
}
