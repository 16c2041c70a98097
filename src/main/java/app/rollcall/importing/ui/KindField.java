package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a row is for a course, a product or neither (OM-41). What a file says otherwise is shown as it stands there. */
final class KindField extends Select<String> {

    private static final List<String> KINDS = List.of("course", "product", "");

    private final transient RowEdits edits;
    private @Nullable ReviewRow row;
    private boolean showing;

    KindField(RowEdits edits, ReviewRow row) {
        this.edits = edits;
        addClassName("kind");
        setItemLabelGenerator(kind -> ImportWords.kind(this, kind));
        addValueChangeListener(change -> {
            if (!showing) {
                chosen(Objects.requireNonNullElse(change.getValue(), ""));
            }
        });
        show(row);
    }

    /** The row as it is now. */
    KindField show(ReviewRow now) {
        showing = true;
        row = now;
        setAriaLabel(getTranslation("invite.kind.label", ImportWords.from(this, now)));
        Set<String> kinds = new LinkedHashSet<>(KINDS);
        kinds.add(now.itemType());
        if (!getListDataView().getItems().toList().equals(List.copyOf(kinds))) {
            setItems(kinds);
        }
        setValue(now.itemType());
        showing = false;
        return this;
    }

    private void chosen(String kind) {
        ReviewRow before = Objects.requireNonNull(row);
        if (!kind.equals(before.itemType())) {
            UiTask.keepFocus(
                    this, edits.become(before, kind), () -> show(before), failure -> ImportWords.failed(this, failure));
        }
    }
}
