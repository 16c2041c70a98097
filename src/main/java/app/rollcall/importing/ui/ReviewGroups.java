package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The checked list by address (OM-48): each one a row that opens to its lines. One with something to mend is open when it is
 * first seen; after that it is as the person leaves it.
 */
final class ReviewGroups extends Grid<EmailGroup> {

    private final transient RowEdits edits;
    private final transient OwnRows own;
    private final transient HeldRows<EmailGroup> held;
    private final Set<Integer> met = new HashSet<>();
    private final Set<Integer> open = new HashSet<>();
    private final transient List<EmailGroup> opening = new ArrayList<>();

    /** @param waiting told whether there are rows that wait to be shown, or shown ones that are gone */
    ReviewGroups(RowEdits edits, LiveRows<EmailGroup> rows, OwnRows own, WaitingNote waiting) {
        this.edits = edits;
        this.own = own;
        held = new HeldRows<>(this, rows, own, waiting);
        setId("groups");
        addClassNames("staged", "review");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setSizeFull();
        addColumn(new ComponentRenderer<>(
                        this::head, (head, group) -> ((GroupHead) head).show(group, open.contains(group.no()))))
                .setKey("group")
                .setHeader(headings())
                .setSortable(false);
        setItemDetailsRenderer(
                new ComponentRenderer<>(this::lines, (lines, group) -> ((GroupLines) lines).show(group)));
        setDetailsVisibleOnClick(false);
        addDataGenerator((group, _) -> {
            rows.drew(group);
            meet(group);
        });
        setDataProvider(rows.items());
    }

    private Component headings() {
        Div headings = new Div();
        headings.addClassName("review-line");
        Stream.of("email_line", "kind", "id", "name", "outcome")
                .map(key -> new Span(getTranslation("invite.column." + key)))
                .forEach(headings::add);
        return headings;
    }

    GroupHead head(EmailGroup group) {
        return new GroupHead(group, open.contains(group.no()), this::toggle);
    }

    GroupLines lines(EmailGroup group) {
        return new GroupLines(group, edits, own);
    }

    private void toggle(EmailGroup group) {
        boolean opens = open.add(group.no());
        if (!opens) {
            open.remove(group.no());
        }
        setDetailsVisible(group, opens);
    }

    /**
     * While a page is being sent nothing may be opened, so those seen first are opened right after it, and those seen again:
     * a grid forgets that a row was open when a filter leaves it out.
     */
    private void meet(EmailGroup group) {
        if (met.add(group.no()) && group.errors() + group.warnings() > 0) {
            open.add(group.no());
        }
        if (open.contains(group.no()) && !isDetailsVisible(group)) {
            if (opening.isEmpty()) {
                getElement().getNode().runWhenAttached(ui -> ui.beforeClientResponse(this, _ -> openMet()));
            }
            opening.add(group);
        }
    }

    private void openMet() {
        List<EmailGroup> groups = List.copyOf(opening);
        opening.clear();
        groups.forEach(group -> setDetailsVisible(group, true));
    }

    /** Brings the groups on screen up to what was read, each where it stands. */
    void show(LiveRows.Look<EmailGroup> look) {
        held.show(look);
        own.shown();
    }

    /** Draws what is there now. */
    void redraw() {
        held.redraw();
    }
}
