package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.Icons;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes one row out of the list (OM-43). */
final class RemoveButton extends Button {

    private @Nullable ReviewRow row;

    RemoveButton(RowEdits edits, ReviewRow row) {
        super(Icons.CROSS.create());
        addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        addClassNames("quiet", "square", "remove");
        addClickListener(_ -> UiTask.run(
                this,
                edits.remove(Objects.requireNonNull(this.row)),
                () -> {},
                failure -> ImportWords.failed(this, failure)));
        show(row);
    }

    /** The row as it is now. */
    RemoveButton show(ReviewRow now) {
        row = now;
        setAriaLabel(getTranslation("invite.remove.label", ImportWords.from(this, now), now.email()));
        return this;
    }
}
