package app.rollcall.learner.ui;

import app.rollcall.ui.Note;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;

/** Says how many rows came or went while somebody reads the list, and shows them when asked: nothing moves by itself (LV-05). */
final class MovedNote extends Composite<Note> {

    private final Span words = new Span();
    private final Button show;

    /** @param show reads the rows again */
    MovedNote(Runnable show) {
        this.show = new Button(getTranslation("learner.show"), _ -> show.run());
        this.show.addThemeVariants(ButtonVariant.SMALL);
        this.show.setId("show-moved");
        words.getElement().setAttribute("aria-live", "polite");
        words.setId("moved");
        setVisible(false);
    }

    @Override
    protected Note initContent() {
        Note note = new Note(Note.Tone.BLUE, words, show);
        note.addClassName("moved");
        return note;
    }

    /** @param more how many more match now than when the rows were read; less than zero when they are fewer */
    void say(long more) {
        String kind = more > 0 ? ".new" : more < 0 ? ".gone" : "";
        words.setText(getTranslation("learner.moved" + kind, Math.abs(more)));
        setVisible(true);
    }
}
