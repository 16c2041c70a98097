package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;

/** How a checked row looks: valid, warning or error, and why. */
final class Outcome {

    private Outcome() {}

    static StatusBadge badge(Component words, ReviewRow row) {
        if (row.hasError()) {
            return new StatusBadge(words.getTranslation("invite.outcome.error"), Icons.OCTAGON, "err");
        }
        return row.hasWarning()
                ? new StatusBadge(words.getTranslation("invite.outcome.warning"), Icons.TRIANGLE, "warn")
                : new StatusBadge(words.getTranslation("invite.outcome.valid"), Icons.TICK_DISC, "ok");
    }

    /** Everything that was found, worst first as the check wrote it; empty for a valid row. */
    static Span reason(Component words, ReviewRow row) {
        String found = row.findings().stream()
                .map(finding -> ImportWords.finding(words, row.line(), finding))
                .collect(Collectors.joining(" "));
        return ReviewGrid.cut(found, row.hasError() ? "red-text" : "amber-text");
    }
}
