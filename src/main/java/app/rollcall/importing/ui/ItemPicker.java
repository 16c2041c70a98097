package app.rollcall.importing.ui;

import app.rollcall.importing.Item;
import app.rollcall.ui.PickList;
import app.rollcall.ui.SearchedItems;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Chooses any number of courses and products by title or ID, however many there are (OM-45). */
final class ItemPicker extends Dialog {

    private final PickList<Item> list;
    private final Span count = new Span();
    private final transient Consumer<List<Item>> chosen;

    /** @param before what is chosen already */
    ItemPicker(SearchedItems<Item> items, List<Item> before, Consumer<List<Item>> chosen) {
        this.chosen = chosen;
        setId("item-picker");
        addClassName("picker");
        setHeaderTitle(getTranslation("invite.select"));
        list = new PickList<>(
                "pickable",
                items,
                item -> ImportWords.item(this, item),
                getTranslation("invite.select.search"),
                getTranslation("invite.select.none"),
                this::tally);
        list.choose(before);
        add(list);
        foot();
        tally();
    }

    private void foot() {
        count.addClassName("t2");
        count.setId("picked");
        Button cancel = new Button(getTranslation("invite.cancel"), _ -> close());
        cancel.setId("picker-cancel");
        Button apply = new Button(getTranslation("invite.select.apply"), _ -> {
            close();
            chosen.accept(list.chosen().stream()
                    .sorted(Comparator.comparing(Item::title))
                    .toList());
        });
        apply.setId("apply");
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        Span foot = new Span(count, StepPanel.right(cancel, apply));
        foot.addClassName("import-foot");
        getFooter().add(foot);
    }

    private void tally() {
        count.setText(getTranslation("invite.select.count", list.chosen().size()));
    }
}
