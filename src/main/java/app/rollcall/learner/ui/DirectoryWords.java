package app.rollcall.learner.ui;

import app.rollcall.audit.Verb;
import app.rollcall.learner.Deed;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import java.util.Objects;
import java.util.Optional;

/** The sentence under the directory: who, and what they did. */
final class DirectoryWords {

    private DirectoryWords() {}

    static String who(Component words, Deed deed) {
        // Who asks to get in without an account is nobody who is known to have done it; the sentence names the address.
        return deed.verb() == Verb.PASSWORD_FORGOTTEN
                ? ""
                : Objects.requireNonNullElseGet(deed.by(), () -> words.getTranslation("learner.deed.someone"));
    }

    static String deed(Component words, Deed deed, Moments moments) {
        String learner = Objects.requireNonNullElse(deed.learner(), "");
        String when = moments.tell(deed.at());
        if (deed.learner() == null && deed.count() > 1) {
            return several(words, deed, when);
        }
        return switch (deed.verb()) {
            case PAUSED -> words.getTranslation("learner.deed.paused", learner, when);
            case UNPAUSED -> words.getTranslation("learner.deed.unpaused", learner, when);
            case INVITED -> words.getTranslation("learner.deed.invited", learner, when);
            case RESENT -> words.getTranslation("learner.deed.resent", learner, when);
            case INVITATION_REMOVED -> words.getTranslation("learner.deed.invitation_removed", when);
            case PASSWORD_FORGOTTEN -> words.getTranslation("learner.deed.asked_in", learner, when);
            case ACCEPTED -> words.getTranslation("learner.deed.accepted", when);
            case ENROLLED -> words.getTranslation("learner.deed.enrolled", learner, when, deed.count());
            case CATEGORISED -> words.getTranslation("category.deed", learner, when);
            default -> words.getTranslation("learner.deed.other", learner, when);
        };
    }

    private static String several(Component words, Deed deed, String when) {
        return switch (deed.verb()) {
            case PAUSED, UNPAUSED, INVITATION_REMOVED, CATEGORISED ->
                words.getTranslation("bulk.deed." + deed.verb().code(), deed.count(), when);
            case ENROLLED -> words.getTranslation("learner.deed.enrolled", "", when, deed.count());
            default -> words.getTranslation("bulk.deed.other", deed.count(), when);
        };
    }

    /** What everybody who watches the list is told in passing (LV-02). */
    static Optional<String> notice(Component words, Deed deed) {
        return deed.verb() == Verb.ACCEPTED
                ? Optional.of(words.getTranslation("learner.accepted", Objects.requireNonNullElse(deed.learner(), "")))
                : Optional.empty();
    }
}
