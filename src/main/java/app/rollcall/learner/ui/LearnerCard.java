package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A learner on a phone: name over address, status over one number. */
final class LearnerCard {

    private LearnerCard() {}

    static Component of(Component words, LearnerRow row, Component who, Moments moments) {
        Span under = new Span(row.pending() ? InvitationWords.invited(words, row, moments) : row.email());
        under.addClassNames("t2", "xs", "cut");
        Span left = new Span(name(row), under);
        left.addClassNames("col", "grow");
        Span status = new Span(who, LearnerBadges.brief(words, row));
        status.addClassName("row");
        Span number = new Span(row.pending() ? "" : words.getTranslation("learner.courses", row.courses()));
        number.addClassNames("t2", "xs", "num");
        Span right = new Span(status, number);
        right.addClassNames("col", "end");
        Span card = new Span(LearnerCells.avatar(row, PersonAvatar.Size.ROW), left, right);
        card.addClassName("card-row");
        card.getElement().setAttribute("data-learner", String.valueOf(row.id().value()));
        return card;
    }

    /** The name leads to the record (TI-05); whoever has not joined has none yet (OM-19). */
    static Component name(LearnerRow row) {
        if (row.pending()) {
            Span address = new Span(row.name());
            address.addClassNames("nm", "cut");
            address.setTitle(row.name());
            return address;
        }
        Anchor name = new Anchor(RecordUrl.path(row.id()), row.name());
        name.addClassNames("nm", "cut");
        name.setTitle(row.name());
        return name;
    }
}
