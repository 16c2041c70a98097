package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.importing.csv.Column;
import app.rollcall.ui.Note;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A failed row to mend: why it failed, and its cells. Saved, it is checked and queued again, or says what is still wrong, with
 * all that was typed.
 */
final class FixDialog extends Dialog {

    private final Div why = new Div();
    private final FixForm form;
    private final Button save = new Button();
    private final transient Function<Map<Column, String>, Mono<Optional<FailedRow>>> mend;

    /** @param mend gives the row as it fails now; nothing when it is queued again */
    FixDialog(FailedRow row, Function<Map<Column, String>, Mono<Optional<FailedRow>>> mend) {
        this.mend = mend;
        setId("fix-dialog");
        addClassName("fix");
        setHeaderTitle(
                row.line() == 0 ? getTranslation("invite.fix.typed") : getTranslation("invite.fix.title", row.line()));
        form = new FixForm(row);
        why.setId("why-failed");
        why.getElement().setAttribute("role", "alert");
        tell(row);
        add(why, form);
        Button cancel = new Button(getTranslation("invite.fix.cancel"), _ -> close());
        save.setText(getTranslation("invite.fix.save"));
        save.setId("save-fix");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        getFooter().add(cancel, save);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                form.focusFault();
            }
        });
    }

    private void tell(FailedRow row) {
        why.removeAll();
        why.add(new Note(Note.Tone.RED, ResultWords.reason(this::getTranslation, row)));
    }

    private void save() {
        if (form.judge()) {
            UiTask.run(save, mend.apply(form.cells()), this::saved, failure -> ResultWords.failed(this, failure));
        } else {
            form.focusFault();
        }
    }

    private void saved(Optional<FailedRow> still) {
        if (still.isPresent()) {
            tell(still.get());
            form.show(still.get());
            form.focusFault();
        } else {
            close();
            Notices.done(getTranslation("invite.fix.done"));
        }
    }
}
