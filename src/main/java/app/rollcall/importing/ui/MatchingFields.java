package app.rollcall.importing.ui;

import app.rollcall.importing.Matching;
import app.rollcall.importing.Matching.Mode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Locale;

/** How a list meets people who are here already. What has no effect in the chosen mode is off, and says why. */
final class MatchingFields extends Div {

    private final MatchByField by = new MatchByField();
    private final RadioButtonGroup<Mode> mode = new RadioButtonGroup<>();
    private final RadioButtonGroup<Boolean> blank = choice("blank", "ignore", "erase");
    private final RadioButtonGroup<Boolean> edited = choice("edited", "keep", "overwrite");

    MatchingFields(Matching before) {
        addClassName("matching");
        mode.setId("mode");
        mode.setLabel(getTranslation("invite.options.mode"));
        mode.setItems(Mode.values());
        mode.setRenderer(new ComponentRenderer<>(this::explained));
        mode.addValueChangeListener(_ -> allow());
        add(new H3(getTranslation("invite.options.here")), by, mode, blank, edited);
        by.setValue(before.by());
        mode.setValue(before.mode());
        blank.setValue(before.blankErases());
        edited.setValue(before.overwriteEdited());
        allow();
    }

    private RadioButtonGroup<Boolean> choice(String id, String no, String yes) {
        RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>();
        choice.setId(id);
        choice.setLabel(getTranslation("invite.options." + id));
        choice.setItems(false, true);
        choice.setItemLabelGenerator(value -> getTranslation("invite.options." + id + "." + (value ? yes : no)));
        return choice;
    }

    private Component explained(Mode which) {
        String key = "invite.options.mode." + which.name().toLowerCase(Locale.ROOT);
        Span line = new Span(getTranslation(key + ".hint"));
        line.addClassNames("t2", "xs");
        Span both = new Span(new Span(getTranslation(key)), line);
        both.addClassName("col");
        return both;
    }

    private void allow() {
        blank.setEnabled(erases());
        blank.setHelperText(erases() ? "" : getTranslation("invite.options.blank.off"));
        boolean changes = mode.getValue() != Mode.INSERT;
        edited.setEnabled(changes);
        edited.setHelperText(changes ? "" : getTranslation("invite.options.edited.off"));
    }

    private boolean erases() {
        return mode.getValue() == Mode.UPDATE || mode.getValue() == Mode.UPSERT;
    }

    /** Whether there is a choice to keep; if not, the focus goes to what is missing. */
    boolean ready() {
        if (by.getValue().isEmpty()) {
            by.setInvalid(true);
            by.focus();
            return false;
        }
        return true;
    }

    Matching chosen() {
        return new Matching(
                by.getValue(),
                mode.getValue(),
                erases() && blank.getValue(),
                mode.getValue() != Mode.INSERT && edited.getValue());
    }
}
