package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.importing.RowCell;
import app.rollcall.ui.Note;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A failed row to mend: why it failed, and its cells. Saved, it is checked and queued again, or says what is still wrong. */
final class FixDialog extends Dialog {

    private final Map<RowCell, TextField> fields = new EnumMap<>(RowCell.class);

    /** @param mend says whether the row is queued again */
    FixDialog(FailedRow row, Function<Map<RowCell, String>, Mono<Boolean>> mend) {
        setId("fix-dialog");
        addClassName("fix");
        setHeaderTitle(
                row.line() == 0 ? getTranslation("invite.fix.typed") : getTranslation("invite.fix.title", row.line()));
        Note why = new Note(Note.Tone.RED, ResultWords.reason(this::getTranslation, row));
        why.setId("why-failed");
        Div form = new Div(
                field(RowCell.EMAIL, row.email()),
                field(RowCell.FIRST_NAME, row.firstName()),
                field(RowCell.LAST_NAME, row.lastName()),
                field(RowCell.ITEM_TYPE, row.itemType()),
                field(RowCell.ITEM_ID, row.itemId()));
        form.addClassName("fix-form");
        add(why, form);
        Button cancel = new Button(getTranslation("invite.fix.cancel"), _ -> close());
        Button save = new Button(getTranslation("invite.fix.save"));
        save.setId("save-fix");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(
                _ -> UiTask.run(save, mend.apply(cells()), this::saved, failure -> ResultWords.failed(this, failure)));
        getFooter().add(cancel, save);
        addOpenedChangeListener(change -> {
            TextField first = fields.get(RowCell.EMAIL);
            if (change.isOpened() && first != null) {
                first.focus();
            }
        });
    }

    private TextField field(RowCell cell, String value) {
        TextField field =
                new TextField(getTranslation("invite.fix." + cell.name().toLowerCase(Locale.ROOT)));
        field.setId("fix-" + cell.name().toLowerCase(Locale.ROOT));
        field.setValue(value);
        fields.put(cell, field);
        return field;
    }

    private Map<RowCell, String> cells() {
        Map<RowCell, String> cells = new EnumMap<>(RowCell.class);
        fields.forEach((cell, field) -> cells.put(cell, field.getValue().strip()));
        return cells;
    }

    private void saved(boolean queued) {
        close();
        if (queued) {
            Notices.done(getTranslation("invite.fix.done"));
        } else {
            Notices.alert(getTranslation("invite.fix.still_wrong"));
        }
    }
}
