package app.rollcall.learner.ui;

import app.rollcall.learner.CategoryTag;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.ui.LearnerCell.Card;
import app.rollcall.learner.ui.LearnerCell.Said;
import app.rollcall.learner.ui.LearnerCell.Standing;
import app.rollcall.learner.ui.LearnerCell.Tag;
import app.rollcall.learner.ui.LearnerCell.Tags;
import app.rollcall.learner.ui.LearnerCell.Who;
import app.rollcall.ui.Hues;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.PersonAvatar.Face;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.Component;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a learner's row. */
final class LearnerCells {

    /** How many categories are named before the rest is counted, so that they never decide a row's height. */
    private static final int TAGS = 2;

    private final Component words;
    private final Clock clock;
    private final Touched touched;

    /** @param words the table */
    LearnerCells(Component words, Clock clock, Touched touched) {
        this.words = words;
        this.clock = clock;
        this.touched = touched;
    }

    /** Name over address, status over one number. */
    Card card(LearnerRow row) {
        return new Card(
                who(row, PersonAvatar.Size.ROW),
                row.pending() ? InvitationWords.invited(words, row, moments()) : row.email(),
                new Standing(LearnerBadges.brief(words, row), "", by(row)),
                row.pending() ? "" : words.getTranslation("learner.courses", row.courses()));
    }

    Who name(LearnerRow row) {
        return who(row, PersonAvatar.Size.M);
    }

    /** The name leads to the record (TI-05); whoever has not joined has none yet (OM-19). */
    private static Who who(LearnerRow row, PersonAvatar.Size size) {
        return new Who(row.id().value(), face(row, size), row.name(), row.pending() ? null : RecordUrl.path(row.id()));
    }

    static Face face(LearnerRow row, PersonAvatar.Size size) {
        return row.pending() ? Face.pending(row.email(), size) : Face.of(row.name(), size);
    }

    /** The address stands for a pending learner's name already; here it says who invited, and when. */
    Said email(LearnerRow row) {
        return row.pending()
                ? cut(InvitationWords.invited(words, row, moments()), InvitationWords.asked(words, row, moments()))
                : cut(row.email(), row.email());
    }

    Tags categories(LearnerRow row) {
        List<CategoryTag> all = row.categories();
        int shown = Math.min(all.size(), TAGS);
        return new Tags(
                all.subList(0, shown).stream()
                        .map(tag -> new Tag(tag.name(), Hues.of(tag.hue())))
                        .toList(),
                all.size() > shown ? "+" + (all.size() - shown) : "",
                all.stream().skip(shown).map(CategoryTag::name).collect(Collectors.joining(", ")));
    }

    /** The pending have no numbers yet (OM-17). */
    Said number(LearnerRow row, int number) {
        return row.pending()
                ? none()
                : Said.of(NumberFormat.getIntegerInstance(moments().locale()).format(number), "num");
    }

    /** Only if the learner said so (EG-08). */
    Said location(LearnerRow row) {
        return row.location() == null ? none() : cut(row.location(), row.location());
    }

    Said login(LearnerRow row) {
        if (row.pending()) {
            return none();
        }
        return row.lastLogin() == null
                ? Said.of(words.getTranslation("learner.login.never"), "t2")
                : moment(row.lastLogin());
    }

    Said added(LearnerRow row) {
        return moment(row.addedAt());
    }

    /** Whether a cell says how long ago something was in other words than it did then. */
    boolean toldOtherwise(LearnerRow row, Instant then) {
        Instant now = clock.instant();
        // Of the pending it is also told from when on they can be sent a reminder.
        return row.pending()
                || Stream.of(row.lastLogin(), row.addedAt())
                        .anyMatch(moment -> moment != null
                                && moment.isAfter(then.minus(Moments.COUNTED))
                                && !Moments.of(words, then)
                                        .tell(moment)
                                        .equals(Moments.of(words, now).tell(moment)));
    }

    Standing status(LearnerRow row) {
        StatusBadge.Look badge = LearnerBadges.of(words, row);
        String title = row.invited() == null ? "" : InvitationWords.standing(words, row.invited(), moments());
        return new Standing(badge, title, by(row));
    }

    private @Nullable Face by(LearnerRow row) {
        String by = touched.by(row.id());
        return by == null ? null : Face.of(by, PersonAvatar.Size.S);
    }

    private Moments moments() {
        return Moments.of(words, clock.instant());
    }

    private Said moment(Instant at) {
        Moments moments = moments();
        return new Said(moments.tell(at), "t2", moments.exact(at), "");
    }

    private Said none() {
        return new Said("–", "t3", "", words.getTranslation("learner.none"));
    }

    private static Said cut(String text, String whole) {
        return new Said(text, "t2 cut", whole, "");
    }
}
