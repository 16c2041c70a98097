package app.rollcall.ui;

import com.vaadin.flow.component.Component;

/** How the status of an enrolment looks wherever it is shown (MA-29): words, picture and hue, by the mocks' table. */
public final class EnrolmentBadge {

    private EnrolmentBadge() {}

    /**
     * @param code the status's word in text keys
     * @param percent how far it has come
     */
    public static StatusBadge of(Component words, String code, int percent) {
        String text = words.getTranslation("enrolment.status." + code, percent);
        return switch (code) {
            case "not_started" -> new StatusBadge(text, Icons.CIRCLE_DASHED, "ns", "flush");
            case "started" -> new StatusBadge(text, Icons.CIRCLE_STARTED, "started", "flush");
            case "in_progress" -> new StatusBadge(text, Ring.slice(percent), "prog", "flush");
            case "enrolled" -> new StatusBadge(text, Icons.CALENDAR_TICK, "ilt", "flush");
            case "completed" -> new StatusBadge(text, Icons.TICK_DISC, "done", "flush");
            default -> throw new IllegalArgumentException(code);
        };
    }
}
