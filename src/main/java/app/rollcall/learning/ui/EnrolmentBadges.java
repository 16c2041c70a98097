package app.rollcall.learning.ui;

import app.rollcall.enrolment.EnrolmentStatus;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Ring;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;

/** How the status of an enrolment looks: words, picture and hue, by the mocks' table. */
final class EnrolmentBadges {

    private EnrolmentBadges() {}

    static StatusBadge of(Component words, EnrolmentStatus status) {
        String text = words.getTranslation("enrolment.status." + status.code(), status.percent());
        return switch (status) {
            case EnrolmentStatus.NotStarted _ -> new StatusBadge(text, Icons.CIRCLE_DASHED, "ns", "flush");
            case EnrolmentStatus.Started _ -> new StatusBadge(text, Icons.CIRCLE_STARTED, "started", "flush");
            case EnrolmentStatus.InProgress(int percent) -> new StatusBadge(text, Ring.slice(percent), "prog", "flush");
            case EnrolmentStatus.Enrolled _ -> new StatusBadge(text, Icons.CALENDAR_TICK, "ilt", "flush");
            case EnrolmentStatus.Completed _ -> new StatusBadge(text, Icons.TICK_DISC, "done", "flush");
        };
    }
}
