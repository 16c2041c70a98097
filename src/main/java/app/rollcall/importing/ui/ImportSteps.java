package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.Step;
import app.rollcall.ui.Steps;
import com.vaadin.flow.component.Component;
import java.util.List;

/** The four steps that a person sees of an import, and at which of them it is. */
final class ImportSteps {

    private ImportSteps() {}

    static Steps of(Component words) {
        return new Steps(
                words.getTranslation("invite.steps"),
                List.of(
                        words.getTranslation("invite.step.add"),
                        words.getTranslation("invite.step.check"),
                        words.getTranslation("invite.step.import"),
                        words.getTranslation("invite.step.result")));
    }

    /** Counted from 0. */
    static int position(Import current) {
        Step step = current.step();
        return switch (current.job().state()) {
            case PREPARING, REVIEW -> step == Step.CHECKING || step == Step.CONFIRMING ? 1 : 0;
            case QUEUED, RUNNING, PAUSED, NEEDS_ATTENTION -> 2;
            case COMPLETED, COMPLETED_WITH_ERRORS -> 3;
            case FAILED, CANCELLED -> step == Step.APPLYING ? 3 : 0;
        };
    }
}
