package app.rollcall.importing.ui;

import app.rollcall.importing.Matching.Key;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** By which names people are looked for, one after the other: those that are ticked, from the top. One at least. */
final class MatchByField extends CustomField<List<Key>> {

    private final OrderedList rows = new OrderedList();
    private final Span moved = new Span();
    private final List<Row> order = new ArrayList<>();
    private boolean showing;

    private final class Row extends ListItem {

        private final Key key;
        private final String name;
        private final Checkbox chosen;
        private final Button up;
        private final Button down;

        Row(Key key) {
            this.key = key;
            name = ChangeWords.field(MatchByField.this, key.code());
            chosen = new Checkbox(name);
            chosen.setId("match-" + key.code());
            chosen.addValueChangeListener(_ -> changed());
            up = mover("up", -1);
            down = mover("down", 1);
            addClassName("row");
            add(chosen, up, down);
        }

        private Button mover(String way, int by) {
            Button mover = new Button(Icons.CHEVRON_DOWN.create());
            mover.setId("match-" + key.code() + "-" + way);
            mover.setAriaLabel(MatchByField.this.getTranslation("invite.options.match." + way, name));
            mover.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            mover.addClassNames("quiet", "square", way);
            mover.addClickListener(_ -> move(this, by));
            return mover;
        }

        /** At the end of the way only the other direction is left. */
        void focusMover(Button pressed) {
            if (pressed.isEnabled()) {
                pressed.focus();
            } else {
                (pressed.equals(up) ? down : up).focus();
            }
        }
    }

    MatchByField() {
        super(List.of());
        setId("match-by");
        addClassName("match-by");
        setLabel(getTranslation("invite.options.match"));
        setHelperText(getTranslation("invite.options.match.hint"));
        setErrorMessage(getTranslation("invite.options.match.none"));
        moved.addClassName("sr");
        moved.getElement().setAttribute("role", "status");
        for (Key key : Key.values()) {
            order.add(new Row(key));
        }
        add(new Div(rows, moved));
        arrange();
    }

    /** The focus goes along with what is moved. */
    private void move(Row row, int by) {
        int at = order.indexOf(row);
        Collections.swap(order, at, at + by);
        arrange();
        row.focusMover(by < 0 ? row.up : row.down);
        moved.setText(getTranslation("invite.options.match.moved", row.name, at + by + 1, order.size()));
        updateValue();
    }

    private void arrange() {
        rows.removeAll();
        order.forEach(row -> {
            rows.add(row);
            row.up.setEnabled(!row.equals(order.getFirst()));
            row.down.setEnabled(!row.equals(order.getLast()));
        });
    }

    private void changed() {
        if (showing) {
            return;
        }
        updateValue();
        setInvalid(generateModelValue().isEmpty());
    }

    @Override
    protected List<Key> generateModelValue() {
        return order.stream()
                .filter(row -> row.chosen.getValue())
                .map(row -> row.key)
                .toList();
    }

    @Override
    protected void setPresentationValue(List<Key> value) {
        order.sort(Comparator.comparingInt((Row row) -> {
            int at = value.indexOf(row.key);
            return at < 0 ? value.size() + row.key.ordinal() : at;
        }));
        showing = true;
        order.forEach(row -> row.chosen.setValue(value.contains(row.key)));
        showing = false;
        arrange();
    }

    @Override
    public void focus() {
        order.getFirst().chosen.focus();
    }

    /** "email, then employee ID". */
    static String told(Component words, List<Key> by) {
        return by.stream()
                .map(key -> words.getTranslation("invite.options.sum.by." + key.code()))
                .reduce((first, next) -> words.getTranslation("invite.options.sum.then", first, next))
                .orElse("");
    }
}
