package app.rollcall.learner.ui;

import app.rollcall.ui.Note;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Says that rows came or went while somebody reads further down, and shows them when asked (LV-05). */
final class MovedNote {

    private MovedNote() {}

    /** @param show reads the rows again */
    static Note of(Component words, Runnable show) {
        Button button = new Button(words.getTranslation("learner.show"), _ -> show.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        Note note = new Note(Note.Tone.BLUE, words.getTranslation("learner.moved"), button);
        note.addClassName("moved");
        note.setVisible(false);
        return note;
    }
}
