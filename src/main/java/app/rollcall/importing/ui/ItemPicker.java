package app.rollcall.importing.ui;

import app.rollcall.importing.Item;
import app.rollcall.ui.Icons;
import app.rollcall.ui.SearchedItems;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Chooses any number of courses and products by title or ID, however many there are (OM-45). */
final class ItemPicker extends Dialog {

    private final Grid<Item> grid = new Grid<>();
    private final Span count = new Span();
    private final transient Consumer<List<Item>> chosen;

    /** @param before what is chosen already */
    ItemPicker(SearchedItems<Item> items, List<Item> before, Consumer<List<Item>> chosen) {
        this.chosen = chosen;
        setId("item-picker");
        addClassName("picker");
        setHeaderTitle(getTranslation("invite.select"));
        ConfigurableFilterDataProvider<Item, Void, String> found = items.withConfigurableFilter();
        TextField search = search();
        search.addValueChangeListener(typed -> found.setFilter(typed.getValue().strip()));
        grid.setId("pickable");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addComponentColumn(item -> ImportWords.item(this, item)).setSortable(false);
        grid.setDataProvider(found);
        grid.asMultiSelect().setValue(Set.copyOf(before));
        grid.asMultiSelect().addValueChangeListener(_ -> tally());
        grid.addItemClickListener(click -> toggle(click.getItem()));
        add(search, grid);
        foot();
        tally();
    }

    private TextField search() {
        TextField search = new TextField();
        search.setId("item-search");
        search.setPlaceholder(getTranslation("invite.select.search"));
        search.setAriaLabel(getTranslation("invite.select.search"));
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setAutofocus(true);
        return search;
    }

    private void toggle(Item item) {
        if (grid.getSelectedItems().contains(item)) {
            grid.deselect(item);
        } else {
            grid.select(item);
        }
    }

    private void foot() {
        count.addClassName("t2");
        count.setId("picked");
        Button cancel = new Button(getTranslation("invite.cancel"), _ -> close());
        cancel.setId("picker-cancel");
        Button apply = new Button(getTranslation("invite.select.apply"), _ -> {
            close();
            chosen.accept(grid.getSelectedItems().stream()
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
        count.setText(
                getTranslation("invite.select.count", grid.getSelectedItems().size()));
    }
}
