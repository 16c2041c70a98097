package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The columns to tick, those for which the window is too narrow, and the way back to the usual ones. */
final class ColumnsChoice extends Div {

    private final CheckboxGroup<DirectoryColumn> choice = new CheckboxGroup<>();
    private final Span narrow = new Span();
    private final Button usual = new Button(getTranslation("directory.columns.usual"));
    private transient DirectoryColumns columns;

    ColumnsChoice(DirectoryColumns columns, Consumer<DirectoryColumns> chosen) {
        this.columns = columns;
        addClassName("by-columns-form");
        choice.setId("columns-choice");
        choice.setLabel(getTranslation("directory.columns"));
        choice.setHelperText(getTranslation("directory.columns.name"));
        choice.setItemLabelGenerator(column -> getTranslation("learner.column." + column.code()));
        choice.setItems(columns.table().offered());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(this.columns.showing(change.getValue()));
            }
        });
        narrow.setId("columns-narrow");
        narrow.addClassNames("t2", "xs");
        narrow.setVisible(false);
        usual.setId("columns-usual");
        usual.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        usual.addClickListener(_ -> chosen.accept(DirectoryColumns.usual(this.columns.table())));
        add(choice, narrow, usual);
        show(columns);
    }

    void show(DirectoryColumns now) {
        if (now.table() != columns.table()) {
            choice.setItems(now.table().offered());
        }
        columns = now;
        choice.setValue(now.shown());
        usual.setEnabled(!now.isUsual());
    }

    /** A tick without its column needs a word. */
    void tellNarrow(Set<DirectoryColumn> out) {
        narrow.setVisible(!out.isEmpty());
        narrow.setText(getTranslation(
                "directory.columns.narrow",
                out.stream()
                        .map(column -> getTranslation("learner.column." + column.code()))
                        .collect(Collectors.joining(", "))));
    }
}
