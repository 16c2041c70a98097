package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Which columns the table shows (EG-08): a quiet button, and behind it a list to tick. A phone has one column, and no button. */
final class ColumnsButton extends Span {

    private final Button button = new Button(Icons.COLUMNS.create());
    private final CheckboxGroup<DirectoryColumn> choice = new CheckboxGroup<>();
    private final Span narrow = new Span();
    private final Button usual = new Button(getTranslation("directory.columns.usual"));
    private final transient Supplier<Set<DirectoryColumn>> leftOut;
    private transient DirectoryColumns columns = DirectoryColumns.usual(DirectoryTable.EVERYBODY);

    /** @param leftOut which of them the window has no room for */
    ColumnsButton(Supplier<Set<DirectoryColumn>> leftOut, Consumer<DirectoryColumns> chosen) {
        this.leftOut = leftOut;
        addClassName("by-columns");
        button.setId("columns");
        button.setAriaLabel(getTranslation("directory.columns"));
        button.setTooltipText(getTranslation("directory.columns"));
        choice.setId("columns-choice");
        choice.setLabel(getTranslation("directory.columns"));
        choice.setHelperText(getTranslation("directory.columns.name"));
        choice.setItemLabelGenerator(column -> getTranslation("learner.column." + column.code()));
        choice.setItems(columns.table().offered());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(columns.showing(change.getValue()));
                tellNarrow();
            }
        });
        narrow.setId("columns-narrow");
        narrow.addClassNames("t2", "xs");
        narrow.setVisible(false);
        usual.setId("columns-usual");
        usual.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        usual.addClickListener(_ -> {
            chosen.accept(DirectoryColumns.usual(columns.table()));
            tellNarrow();
        });
        Div form = new Div(choice, narrow, usual);
        form.addClassName("by-columns-form");
        Popover popover = new Popover();
        // What is behind the button is sent when it is pressed first: most never do.
        button.addClickListener(_ -> {
            if (form.getParent().isEmpty()) {
                popover.add(form);
            }
            tellNarrow();
        });
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("directory.columns"));
        popover.setModal(false);
        popover.setAutofocus(true);
        add(button, popover);
        show(columns);
    }

    /** Shows a choice, wherever it comes from. */
    void show(DirectoryColumns now) {
        if (now.table() != columns.table()) {
            choice.setItems(now.table().offered());
        }
        columns = now;
        choice.setValue(now.shown());
        usual.setEnabled(!now.isUsual());
        button.setClassName("on", !now.isUsual());
    }

    /** A tick without its column needs a word. */
    private void tellNarrow() {
        Set<DirectoryColumn> out = leftOut.get();
        narrow.setVisible(!out.isEmpty());
        narrow.setText(getTranslation(
                "directory.columns.narrow",
                out.stream()
                        .map(column -> getTranslation("learner.column." + column.code()))
                        .collect(Collectors.joining(", "))));
    }
}
