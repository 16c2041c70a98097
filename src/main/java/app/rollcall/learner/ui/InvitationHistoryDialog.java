package app.rollcall.learner.ui;

import app.rollcall.invitation.PastInvitation;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every invitation a person was sent, the newest first, each step with its time. */
final class InvitationHistoryDialog extends Dialog {

    private final transient Moments moments;

    InvitationHistoryDialog(LearnerRow learner, List<PastInvitation> history, Moments moments) {
        this.moments = moments;
        setId("invitation-history-dialog");
        setHeaderTitle(getTranslation("learner.past.title", learner.name()));
        if (history.isEmpty()) {
            add(new Paragraph(getTranslation("learner.past.none")));
        }
        history.forEach(this::show);
        Button close = new Button(getTranslation("learner.past.close"), _ -> close());
        close.setId("close-history");
        getFooter().add(close);
    }

    private void show(PastInvitation past) {
        String kind = getTranslation(past.reminder() ? "learner.past.reminder" : "learner.past.invitation");
        add(new H3(past.by() == null ? kind : getTranslation("learner.past.by", kind, past.by())));
        OrderedList steps = new OrderedList();
        steps.addClassName("past");
        step(steps, past.queuedAt(), getTranslation("learner.past.queued"));
        step(steps, past.sentAt(), getTranslation("learner.past.sent"));
        step(steps, past.unconfirmedAt(), getTranslation("learner.past.unconfirmed"));
        step(
                steps,
                past.bouncedAt(),
                getTranslation("learner.past.bounced", Objects.requireNonNullElse(past.bounceReason(), "")));
        step(steps, past.openedAt(), getTranslation("learner.past.opened"));
        step(steps, past.acceptedAt(), getTranslation("learner.past.accepted"));
        if (past.lapsed()) {
            step(steps, past.expiresAt(), getTranslation("learner.past.expired"));
        }
        step(steps, past.supersededAt(), ended("learner.past.superseded", past.endedBy()));
        step(steps, past.revokedAt(), ended("learner.past.revoked", past.endedBy()));
        add(steps);
    }

    private String ended(String key, @Nullable String by) {
        return by == null ? getTranslation(key) : getTranslation(key + ".by", by);
    }

    private void step(OrderedList steps, @Nullable Instant at, String what) {
        if (at != null) {
            Span when = new Span(moments.exact(at));
            when.addClassNames("t2", "xs", "num");
            steps.add(new ListItem(new Span(what), new Span(" "), when));
        }
    }
}
