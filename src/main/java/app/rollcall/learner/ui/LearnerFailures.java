package app.rollcall.learner.ui;

import app.rollcall.invitation.CannotSend;
import app.rollcall.learner.CategoriesMoved;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.Overtaken;
import app.rollcall.security.Refused;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What to tell a person whose command on a learner failed: who was first, when, and what holds now. */
final class LearnerFailures {

    private LearnerFailures() {}

    static Optional<String> sentence(Component words, Throwable failure) {
        return failure instanceof Refused ? Optional.of(words.getTranslation("learner.refused")) : Optional.empty();
    }

    static Optional<String> of(Component words, LearnerRow learner, Throwable failure, Moments moments) {
        return switch (failure) {
            case Overtaken overtaken -> Optional.of(overtaken(words, learner, overtaken, moments));
            case CannotSend cannot -> Optional.of(InvitationWords.cannot(words, learner, cannot, moments));
            case CategoriesMoved _ -> Optional.of(words.getTranslation("category.moved", learner.name()));
            default -> sentence(words, failure);
        };
    }

    private static String overtaken(Component words, LearnerRow learner, Overtaken overtaken, Moments moments) {
        if (overtaken.status() == null) {
            return words.getTranslation("learner.gone", learner.name());
        }
        String now = words.getTranslation("learner.now." + overtaken.status().code());
        return overtaken.by() == null || overtaken.at() == null
                ? words.getTranslation("learner.changed", learner.name(), now)
                : words.getTranslation(
                        "learner.changed.by", learner.name(), overtaken.by(), moments.tell(overtaken.at()), now);
    }
}
