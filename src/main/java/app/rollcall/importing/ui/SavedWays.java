package app.rollcall.importing.ui;

import app.rollcall.importing.ReadingPreset;
import app.rollcall.importing.ReadingPresets;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The ways of reading that are kept under a name: to take one, to keep this one, to delete one. */
final class SavedWays extends Div {

    private final transient Reading reading;
    private final transient Supplier<ReadingChoice> now;
    private final Select<ReadingPreset> saved = new Select<>();
    private final Button delete = new Button(Icons.BIN.create());
    private final Button saveAs = new Button();
    private final TextField name = new TextField();
    private final Button save = new Button();

    /**
     * @param now what would be kept
     * @param taken told the way that is to be used
     */
    SavedWays(Reading reading, List<ReadingPreset> ways, Supplier<ReadingChoice> now, Consumer<ReadingChoice> taken) {
        this.reading = reading;
        this.now = now;
        addClassNames("row", "saved-ways");
        saved.setId("saved-ways");
        saved.setLabel(getTranslation("invite.reading.saved"));
        saved.setPlaceholder(getTranslation("invite.reading.saved.use"));
        saved.setItemLabelGenerator(ReadingPreset::name);
        saved.addValueChangeListener(change -> {
            delete.setEnabled(change.getValue() != null);
            if (change.getValue() != null) {
                taken.accept(change.getValue().choice());
            }
        });
        delete.setId("delete-way");
        delete.setAriaLabel(getTranslation("invite.reading.saved.delete"));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        delete.addClassNames("quiet", "square");
        delete.setEnabled(false);
        delete.addClickListener(_ -> delete());
        saveAs.setText(getTranslation("invite.reading.save_as"));
        saveAs.setId("save-way-as");
        saveAs.addClickListener(_ -> ask(true));
        name.setId("way-name");
        name.setLabel(getTranslation("invite.reading.name"));
        name.setMaxLength(ReadingPresets.LONGEST_NAME);
        save.setText(getTranslation("invite.reading.save"));
        save.setId("save-way");
        save.addClickListener(_ -> save());
        add(saved, delete, saveAs, name, save);
        show(ways);
        ask(false);
    }

    private void show(List<ReadingPreset> ways) {
        saved.setItems(ways);
        saved.setVisible(!ways.isEmpty());
        delete.setVisible(!ways.isEmpty());
        delete.setEnabled(false);
    }

    private void ask(boolean named) {
        saveAs.setVisible(!named);
        name.setVisible(named);
        save.setVisible(named);
        if (named) {
            name.focus();
        }
    }

    private void save() {
        String called = name.getValue().strip();
        if (called.isEmpty()) {
            name.setErrorMessage(getTranslation("invite.reading.name.empty"));
            name.setInvalid(true);
            name.focus();
            return;
        }
        UiTask.run(
                save,
                reading.save(called, now.get()).then(reading.saved()),
                ways -> {
                    name.clear();
                    show(ways);
                    ask(false);
                    Notices.done(getTranslation("invite.reading.kept", called));
                },
                failure -> ImportWords.failed(this, failure));
    }

    private void delete() {
        ReadingPreset way = Objects.requireNonNull(saved.getValue());
        UiTask.run(
                delete,
                reading.delete(way.name()).then(reading.saved()),
                ways -> {
                    show(ways);
                    Notices.done(
                            getTranslation("invite.reading.deleted", way.name()),
                            getTranslation("invite.undo"),
                            () -> restore(way));
                },
                failure -> ImportWords.failed(this, failure));
    }

    private void restore(ReadingPreset way) {
        UiTask.run(
                saveAs,
                reading.save(way.name(), way.choice()).then(reading.saved()),
                this::show,
                failure -> ImportWords.failed(this, failure));
    }
}
