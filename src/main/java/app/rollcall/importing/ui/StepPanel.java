package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What an import shows while it stands at one of its steps. */
abstract class StepPanel extends Div {

    private final @Nullable ImportId id;

    StepPanel(@Nullable ImportId id) {
        this.id = id;
        addClassName("step-panel");
    }

    /** The import shown; null before there is one. */
    @Nullable
    ImportId id() {
        return id;
    }

    /** Whether this panel is the right one for where the import stands now. */
    abstract boolean shows(Import current);

    /** Brings the numbers up to what is committed. */
    abstract void update(Import current);

    /** What stands in the foot: sentences from the left, buttons at the right. */
    abstract Component[] foot();

    static Span right(Component... buttons) {
        Span right = new Span(buttons);
        right.addClassName("right");
        return right;
    }
}
