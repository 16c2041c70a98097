package app.rollcall.learner.ui;

import app.rollcall.learner.Deed;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import java.util.Objects;

/** The sentence under the directory: who, and what they did. */
final class DirectoryWords {

    private DirectoryWords() {}

    static String who(Component words, Deed deed) {
        return Objects.requireNonNullElseGet(deed.by(), () -> words.getTranslation("learner.deed.someone"));
    }

    static String deed(Component words, Deed deed, Moments moments) {
        String learner = Objects.requireNonNullElse(deed.learner(), "");
        String when = moments.tell(deed.at());
        return switch (deed.verb()) {
            case PAUSED -> words.getTranslation("learner.deed.paused", learner, when);
            case UNPAUSED -> words.getTranslation("learner.deed.unpaused", learner, when);
            default -> words.getTranslation("learner.deed.other", learner, when);
        };
    }
}
