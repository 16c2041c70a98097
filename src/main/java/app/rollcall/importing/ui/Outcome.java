package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;

/** How a checked row or address looks: valid, warning or error (OM-49). */
final class Outcome {

    private Outcome() {}

    static StatusBadge badge(Component words, ReviewRow row) {
        if (row.hasError()) {
            return error(words.getTranslation("invite.outcome.error"));
        }
        return row.hasWarning() ? warning(words.getTranslation("invite.outcome.warning")) : valid(words);
    }

    static StatusBadge badge(Component words, EmailGroup group) {
        if (group.errors() > 0) {
            return error(words.getTranslation("invite.outcome.errors", group.errors()));
        }
        return group.warnings() > 0
                ? warning(words.getTranslation("invite.outcome.warnings", group.warnings()))
                : valid(words);
    }

    private static StatusBadge error(String text) {
        return new StatusBadge(text, Icons.OCTAGON, "err");
    }

    private static StatusBadge warning(String text) {
        return new StatusBadge(text, Icons.TRIANGLE, "warn");
    }

    private static StatusBadge valid(Component words) {
        return new StatusBadge(words.getTranslation("invite.outcome.valid"), Icons.TICK_DISC, "ok", "flush");
    }
}
