package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.OnError;
import app.rollcall.ui.Icons;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.html.Span;

/** What confirming would do now, in a sentence (OM-50, OM-52). */
final class Verdict extends Span {

    Verdict() {
        setId("verdict");
    }

    /** Says it; whether the list may be confirmed. */
    boolean judge(Import current, OnError rule) {
        long errors = current.errors();
        long good = current.rows() - errors;
        removeAll();
        if (good <= 0) {
            add(new StatusBadge(getTranslation("invite.verdict.nothing"), Icons.OCTAGON, "err", "plain"));
            return false;
        }
        if (errors > 0 && rule == OnError.BLOCK) {
            add(new StatusBadge(getTranslation("invite.verdict.blocked", errors), Icons.OCTAGON, "err", "plain"));
            return false;
        }
        add(
                errors > 0
                        ? new StatusBadge(
                                getTranslation("invite.verdict.skips", good, errors), Icons.TRIANGLE, "warn", "plain")
                        : new StatusBadge(getTranslation("invite.verdict.good", good), Icons.TICK_DISC, "ok", "plain"));
        return true;
    }
}
