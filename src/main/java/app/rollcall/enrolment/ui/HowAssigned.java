package app.rollcall.enrolment.ui;

import app.rollcall.enrolment.Requirement;
import app.rollcall.ui.CalendarWords;
import app.rollcall.ui.Segments;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a course binds those who get it: Required or Optional (MA-03), and until when (MA-04). */
final class HowAssigned extends Div {

    private final Segments<Requirement> requirement;
    private final DatePicker due = new DatePicker();

    HowAssigned() {
        addClassNames("row", "how-assigned");
        requirement = new Segments<>(
                List.of(Requirement.OPTIONAL, Requirement.REQUIRED),
                value -> getTranslation("enrolment." + value.code()));
        requirement.setId("requirement");
        requirement.setAriaLabel(getTranslation("enrolment.column.assignment"));
        due.setId("due");
        due.setLabel(getTranslation("enrolment.due"));
        due.setClearButtonVisible(true);
        due.setI18n(CalendarWords.of(this).setBadInputErrorMessage(getTranslation("enrolment.due.wrong")));
        Span binds = new Span(getTranslation("enrolment.column.assignment"));
        binds.addClassName("label");
        add(new Div(binds, requirement), due);
    }

    /** Whether what is typed can be used; what cannot gets the focus. */
    boolean good() {
        if (due.isInvalid()) {
            due.focus();
            return false;
        }
        return true;
    }

    Requirement requirement() {
        return requirement.getValue();
    }

    /** The last day to complete it; null for none. */
    @Nullable
    LocalDate due() {
        return due.getValue();
    }
}
