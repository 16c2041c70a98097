package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** Chooses any number of things out of however many, found by typing. A click on a line chooses it or lets it go. */
public final class PickList<T> extends Div {

    private final Grid<T> grid = new Grid<>();
    private final TextField search = new TextField();

    /**
     * @param id of the list, for tests; the field above it gets the same with {@code -search}
     * @param hint what can be typed
     * @param none what is said when nothing is found
     * @param chosen called after each change of what is chosen
     */
    public PickList(
            String id,
            SearchedItems<T> items,
            Function<T, Component> line,
            String hint,
            String none,
            SerializableRunnable chosen) {
        addClassName("pick-list");
        ConfigurableFilterDataProvider<T, Void, String> found = items.withConfigurableFilter();
        search.setId(id + "-search");
        search.setPlaceholder(hint);
        search.setAriaLabel(hint);
        search.setPrefixComponent(Icons.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setAutofocus(true);
        search.addValueChangeListener(typed -> found.setFilter(typed.getValue().strip()));
        grid.setId(id);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addComponentColumn(line::apply).setSortable(false);
        grid.setDataProvider(found);
        grid.setEmptyStateText(none);
        grid.asMultiSelect().addValueChangeListener(_ -> chosen.run());
        grid.addItemClickListener(click -> toggle(click.getItem()));
        add(search, grid);
    }

    /** Chooses these, whatever was chosen. */
    public void choose(Collection<T> items) {
        grid.asMultiSelect().setValue(Set.copyOf(items));
    }

    public Set<T> chosen() {
        return grid.getSelectedItems();
    }

    private void toggle(T item) {
        if (grid.getSelectedItems().contains(item)) {
            grid.deselect(item);
        } else {
            grid.select(item);
        }
    }
}
