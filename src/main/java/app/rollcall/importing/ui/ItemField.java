package app.rollcall.importing.ui;

import app.rollcall.importing.Item;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.csv.Column;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The ID of a row's course or product (OM-42): typed as it is, or found by its title in the list that opens under it. Sent with
 * Enter or when one goes on.
 */
final class ItemField extends ComboBox<Item> {

    private final transient RowEdits edits;
    private @Nullable ReviewRow row;
    private boolean showing;

    ItemField(RowEdits edits, ReviewRow row) {
        this.edits = edits;
        addClassNames("item-id", "mono");
        setItemLabelGenerator(Item::code);
        setRenderer(new ComponentRenderer<>(item -> ImportWords.item(this, item)));
        setDataProvider(edits.items(), text -> text);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> {
            String code = typed.getDetail().strip();
            showing = true;
            setValue(new Item("", code, ""));
            showing = false;
            type(code);
        });
        addValueChangeListener(change -> {
            if (!showing) {
                chosen(change.getValue());
            }
        });
        show(row);
    }

    /** The row as it is now. */
    ItemField show(ReviewRow now) {
        showing = true;
        row = now;
        getElement().setAttribute("data-item-of", String.valueOf(now.rowNo()));
        setAriaLabel(getTranslation("invite.id.label", ImportWords.from(this, now)));
        Item held = now.itemId().isEmpty() ? null : new Item(now.itemType(), now.itemId(), "");
        if (!now.itemId().equals(getValue() == null ? "" : getValue().code())) {
            setValue(held);
        }
        setTooltipText(now.itemId().length() > 14 ? now.itemId() : "");
        showing = false;
        return this;
    }

    private void type(String code) {
        ReviewRow before = Objects.requireNonNull(row);
        if (!code.equals(before.itemId())) {
            send(before, edits.change(before, Column.ITEM_ID, code));
        }
    }

    private void chosen(@Nullable Item item) {
        ReviewRow before = Objects.requireNonNull(row);
        if (item == null) {
            type("");
        } else if (!item.code().equals(before.itemId()) || !item.type().equals(before.itemType())) {
            send(before, edits.choose(before, item));
        }
    }

    private void send(ReviewRow before, Mono<Void> change) {
        UiTask.keepFocus(
                this,
                change,
                () -> {
                    clear(before);
                    show(before);
                },
                failure -> ImportWords.failed(this, failure));
    }

    /** So that the value from before is shown again, even if the browser has another text in the field. */
    private void clear(ReviewRow before) {
        showing = true;
        setValue(before.itemId().isEmpty() ? new Item("", " ", "") : null);
        showing = false;
    }
}
