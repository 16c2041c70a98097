package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A row of the list on a phone: the address, what it is for under it, and the way out. */
final class StagedCard extends Div {

    private final Span email = ImportWords.cut("", "nm");
    private final Span name = ImportWords.cut("", "t2");
    private final KindField kind;
    private final ItemField item;
    private final RemoveButton remove;

    StagedCard(RowEdits edits, ReviewRow row) {
        addClassName("staged-card");
        kind = new KindField(edits, row);
        item = new ItemField(edits, row);
        remove = new RemoveButton(edits, row);
        name.addClassName("xs");
        Span head = new Span(email, remove);
        head.addClassNames("row", "apart");
        Span cells = new Span(kind, item);
        cells.addClassName("row");
        add(head, cells, name);
        show(row);
    }

    /** The row as it is now. */
    StagedCard show(ReviewRow row) {
        email.setText(row.email());
        String title = ImportWords.title(this, row);
        name.setText((title.isEmpty() ? "" : title + " · ") + ImportWords.from(this, row));
        kind.show(row);
        item.show(row);
        remove.show(row);
        return this;
    }
}
