package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Chip;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;

/** What stands in the cells of a learner's row. */
final class LearnerCells {

    private final Component words;
    private final Clock clock;
    private final Touched touched;

    /** @param words the table */
    LearnerCells(Component words, Clock clock, Touched touched) {
        this.words = words;
        this.clock = clock;
        this.touched = touched;
    }

    /** All of it in one cell, on a phone. */
    Component card(LearnerRow row) {
        return LearnerCard.of(words, row, who(row), moments());
    }

    Component name(LearnerRow row) {
        Span cell = span(avatar(row, PersonAvatar.Size.M), LearnerCard.name(row));
        cell.getElement().setAttribute("data-learner", String.valueOf(row.id().value()));
        return cell;
    }

    static PersonAvatar avatar(LearnerRow row, PersonAvatar.Size size) {
        return row.pending() ? PersonAvatar.pending(row.email(), size) : PersonAvatar.of(row.name(), size);
    }

    /** The address stands for a pending learner's name already; here it says who invited, and when. */
    Component email(LearnerRow row) {
        if (!row.pending()) {
            return cut(row.email(), row.email());
        }
        return cut(InvitationWords.invited(words, row, moments()), InvitationWords.asked(words, row, moments()));
    }

    Component categories(LearnerRow row) {
        return Chip.row(row.categories().stream()
                .map(tag -> new Chip(tag.name(), tag.hue()))
                .toList());
    }

    /** The pending have no numbers yet (OM-17). */
    Component number(LearnerRow row, int number) {
        return row.pending()
                ? none()
                : span(NumberFormat.getIntegerInstance(moments().locale()).format(number), "num");
    }

    /** Only if the learner said so (EG-08). */
    Component location(LearnerRow row) {
        return row.location() == null ? none() : cut(row.location(), row.location());
    }

    Component login(LearnerRow row) {
        if (row.pending()) {
            return none();
        }
        return row.lastLogin() == null
                ? span(words.getTranslation("learner.login.never"), "t2")
                : moment(row.lastLogin());
    }

    Component added(LearnerRow row) {
        return moment(row.addedAt());
    }

    Component status(LearnerRow row) {
        StatusBadge badge = LearnerBadges.of(words, row);
        if (row.invited() != null) {
            badge.setTitle(InvitationWords.standing(words, row.invited(), moments()));
        }
        return span(badge, who(row));
    }

    /** Who changed the row a moment ago; the space is always kept, so that nothing moves when the face goes. */
    private Component who(LearnerRow row) {
        String by = touched.by(row.id());
        return by == null ? span("", "who-space") : PersonAvatar.of(by, PersonAvatar.Size.S);
    }

    private Moments moments() {
        return Moments.of(words, clock.instant());
    }

    private Component moment(Instant at) {
        Moments moments = moments();
        Span moment = span(moments.tell(at), "t2");
        moment.setTitle(moments.exact(at));
        return moment;
    }

    private Component none() {
        Span none = span("–", "t3");
        none.getElement().setAttribute("aria-label", words.getTranslation("learner.none"));
        return none;
    }

    private static Span cut(String text, String whole) {
        Span cut = span(text, "t2", "cut");
        cut.setTitle(whole);
        return cut;
    }

    private static Span span(String text, String... classes) {
        Span span = new Span(text);
        span.addClassNames(classes);
        return span;
    }

    private static Span span(Component... parts) {
        Span span = new Span(parts);
        span.addClassName("row");
        return span;
    }
}
