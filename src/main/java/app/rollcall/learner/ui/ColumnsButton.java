package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumn;
import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which columns the table shows (EG-08): a quiet button, and behind it a list to tick. A phone has one column, and no button. */
final class ColumnsButton extends Span {

    private final Button button = new Button(Icons.COLUMNS.create());
    private final Popover popover = new Popover();
    private final transient Supplier<Set<DirectoryColumn>> leftOut;
    private final transient Consumer<DirectoryColumns> chosen;
    private transient DirectoryColumns columns = DirectoryColumns.usual(DirectoryTable.EVERYBODY);
    private @Nullable ColumnsChoice choice;

    /** @param leftOut which of them the window has no room for */
    ColumnsButton(Supplier<Set<DirectoryColumn>> leftOut, Consumer<DirectoryColumns> chosen) {
        this.leftOut = leftOut;
        this.chosen = chosen;
        addClassName("by-columns");
        button.setId("columns");
        button.setAriaLabel(getTranslation("directory.columns"));
        button.setTooltipText(getTranslation("directory.columns"));
        button.addClickListener(_ -> choice().tellNarrow(leftOut.get()));
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel(getTranslation("directory.columns"));
        popover.setModal(false);
        popover.setAutofocus(true);
        add(button, popover);
        show(columns);
    }

    /** What is behind the button is made when it is pressed first: most never do. */
    private ColumnsChoice choice() {
        ColumnsChoice there = choice;
        if (there == null) {
            there = new ColumnsChoice(columns, this::choose);
            popover.add(there);
            choice = there;
        }
        return there;
    }

    private void choose(DirectoryColumns other) {
        chosen.accept(other);
        choice().tellNarrow(leftOut.get());
    }

    /** Shows a choice, wherever it comes from. */
    void show(DirectoryColumns now) {
        columns = now;
        if (choice != null) {
            choice.show(now);
        }
        button.setClassName("on", !now.isUsual());
    }
}
