package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/** A learner on a phone: name over address, status over one number. */
final class LearnerCard {

    private LearnerCard() {}

    static Component of(Component words, LearnerRow row, Component who, Moments moments) {
        Span name = new Span(row.name());
        name.addClassNames("nm", "cut");
        Span under = new Span(row.pending() ? InvitationWords.invited(words, row, moments) : row.email());
        under.addClassNames("t2", "xs", "cut");
        Span left = new Span(name, under);
        left.addClassNames("col", "grow");
        Span status = new Span(who, LearnerBadges.brief(words, row));
        status.addClassName("row");
        Span number = new Span(row.pending() ? "" : words.getTranslation("learner.courses", row.courses()));
        number.addClassNames("t2", "xs", "num");
        Span right = new Span(status, number);
        right.addClassNames("col", "end");
        Span card = new Span(LearnerGrid.avatar(row, PersonAvatar.Size.ROW), left, right);
        card.addClassName("card-row");
        card.getElement().setAttribute("data-learner", String.valueOf(row.id().value()));
        return card;
    }
}
