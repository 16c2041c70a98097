package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableBiFunction;
import com.vaadin.flow.function.SerializableFunction;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Sinks;

/** The list before it is checked (OM-39 to OM-43): every row to be looked at, changed where it stands, or taken out. */
final class StagedList extends Grid<ReviewRow> {

    private static final Duration GLOW = Duration.ofMillis(1_200);
    private static final int MOST_GLOWING = 20;

    private final transient RowEdits edits;
    private final transient LiveRows<ReviewRow> rows;
    private final transient OwnRows own;
    private final transient HeldRows<ReviewRow> held;
    private final transient Function<ReviewRow, String> tip;
    private final transient Sinks.Many<List<ReviewRow>> glowed =
            Sinks.many().multicast().directBestEffort();
    private final Set<Integer> glowing = new HashSet<>();

    /**
     * @param waiting told whether there are rows that wait to be shown, or shown ones that are gone
     * @param tip what the tooltip says of where a row came from
     */
    StagedList(
            RowEdits edits,
            LiveRows<ReviewRow> rows,
            OwnRows own,
            WaitingNote waiting,
            Function<ReviewRow, String> tip) {
        this.edits = edits;
        this.rows = rows;
        this.own = own;
        held = new HeldRows<>(this, rows, own, waiting);
        this.tip = tip;
        setId("staged-rows");
        addClassName("staged");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        setPartNameGenerator(row -> glowing.contains(row.rowNo()) ? "glow" : null);
        column("email", "15rem", 2, row -> ImportWords.cut(row.email(), "nm"), (_, row) -> cutEmail(row));
        column("kind", "8.5rem", 0, row -> new KindField(edits, row), (field, row) -> ((KindField) field).show(row));
        column("id", "10.5rem", 0, row -> new ItemField(edits, row), (field, row) -> ((ItemField) field).show(row));
        column("name", "12rem", 3, this::name, (_, row) -> name(row));
        column("line", "7rem", 0, this::from, (_, row) -> from(row));
        column("remove", "3.25rem", 0, row -> new RemoveButton(edits, row), (b, row) -> ((RemoveButton) b).show(row));
        getColumnByKey("remove").setHeader(unseen(getTranslation("invite.column.remove")));
        Column<ReviewRow> one = column(
                "card", "12rem", 1, row -> new StagedCard(edits, row), (card, row) -> ((StagedCard) card).show(row));
        addDataGenerator((row, _) -> rows.drew(row));
        setDataProvider(rows.items());
        fit(one, ScreenWidth.PHONE + 1);
        ScreenWidth.follow(this, width -> fit(one, width));
        FluxBinding.events(this, () -> glowed.asFlux().delayElements(GLOW), this::glowOver);
    }

    private Column<ReviewRow> column(
            String key,
            String width,
            int grow,
            SerializableFunction<ReviewRow, Component> cell,
            SerializableBiFunction<Component, ReviewRow, Component> update) {
        String header = key.equals("remove") || key.equals("card") ? "" : getTranslation("invite.column." + key);
        return addColumn(new ComponentRenderer<>(cell, update))
                .setKey(key)
                .setHeader(header)
                .setSortable(false)
                .setWidth(width)
                .setFlexGrow(grow);
    }

    /** A heading for those who hear the table; the crosses under it explain themselves to the others. */
    private static Component unseen(String heading) {
        Span span = new Span(heading);
        span.addClassName("sr");
        return span;
    }

    private void fit(Column<ReviewRow> one, int width) {
        boolean phone = width <= ScreenWidth.PHONE;
        getColumns().forEach(column -> column.setVisible(phone == column.equals(one)));
        setClassName("phone", phone);
    }

    private Component cutEmail(ReviewRow row) {
        return ImportWords.cut(row.email(), "nm");
    }

    private Component name(ReviewRow row) {
        return ImportWords.cut(ImportWords.title(this, row), row.itemTitle() == null ? "t3" : "t2");
    }

    private Component from(ReviewRow row) {
        Span from = ImportWords.cut(ImportWords.from(this, row), "t2");
        from.setTitle(tip.apply(row));
        return from;
    }

    /** Brings the rows on screen up to what was read; what others changed glows once. */
    void show(LiveRows.Look<ReviewRow> look) {
        held.show(look).ifPresent(changed -> {
            List<ReviewRow> others =
                    changed.stream().filter(row -> !own.takes(row.rowNo())).toList();
            if (!others.isEmpty() && others.size() <= MOST_GLOWING) {
                others.forEach(row -> glowing.add(row.rowNo()));
                others.forEach(rows.items()::refreshItem);
                glowed.tryEmitNext(others);
            }
        });
        own.shown();
    }

    /** Draws what is there now. */
    void redraw() {
        held.redraw();
    }

    boolean glows(int rowNo) {
        return glowing.contains(rowNo);
    }

    private void glowOver(List<ReviewRow> over) {
        over.forEach(row -> glowing.remove(row.rowNo()));
        rows.refresh(row -> over.stream().anyMatch(gone -> gone.rowNo() == row.rowNo()));
    }
}
