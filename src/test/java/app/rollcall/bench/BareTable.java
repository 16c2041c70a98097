package app.rollcall.bench;

import app.rollcall.ui.MainLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that a page with a table and a search can be: a Vaadin grid of a million rows, nine columns of plain words, made up
 * without a database. What it takes on screen nothing made of such a grid can be faster than on the same machine.
 */
@PermitAll
public final class BareTable extends Div {

    static final String PATH = "bench/bare";
    private static final int ROWS = 1_000_000;
    private static final int PAGE = 25;
    private static final List<String> WORDS =
            List.of("Person", "somebody@example.org", "Active", "3", "1", "Oslo", "Sales", "2 days ago", "1 year ago");

    private int first;

    public BareTable() {
        setSizeFull();
        Grid<Integer> table = new Grid<>();
        table.setId("learners");
        table.setPageSize(PAGE);
        table.setSizeFull();
        table.setSelectionMode(Grid.SelectionMode.NONE);
        for (String word : WORDS) {
            table.addColumn(LitRenderer.<Integer>of("<span data-learner=${item.id}>${item.text}</span>")
                            .withProperty("id", number -> number)
                            .withProperty("text", number -> word + " " + number))
                    .setHeader(word);
        }
        table.setItems(
                query -> IntStream.range(query.getOffset(), query.getOffset() + query.getLimit())
                        .mapToObj(row -> first + row),
                _ -> ROWS);
        TextField search = new TextField();
        search.setId("search");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(DirectoryPage.PAUSE_AFTER_THE_LAST_KEY);
        search.addValueChangeListener(change -> {
            first = ROWS * Math.floorMod(change.getValue().hashCode(), 1_000);
            table.getDataProvider().refreshAll();
        });
        add(search, table);
    }

    static void open(VaadinContext context) {
        RouteConfiguration routes = RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context));
        if (!routes.isPathAvailable(PATH)) {
            routes.setRoute(PATH, BareTable.class, List.of(MainLayout.class));
        }
    }
}
