package app.rollcall.learner.ui;

import app.rollcall.ui.LiveFoot;
import com.vaadin.flow.component.Component;

/** The directory's foot: what happens, in one sentence, and the keys of the table. */
final class DirectoryFoot {

    private DirectoryFoot() {}

    static LiveFoot of(Component words) {
        LiveFoot foot = new LiveFoot()
                .several(number -> words.getTranslation("learner.several_changed", number))
                .key(words.getTranslation("learner.key.move"), "J", "K")
                .key(words.getTranslation("learner.key.open"), words.getTranslation("ui.key.enter"))
                .key(words.getTranslation("learner.key.search"), "/")
                .key(words.getTranslation("learner.key.all"), "?");
        foot.say("", words.getTranslation("learner.foot"));
        return foot;
    }
}
