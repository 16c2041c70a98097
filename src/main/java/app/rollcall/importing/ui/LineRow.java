package app.rollcall.importing.ui;

import app.rollcall.importing.ReviewRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/** One line of an address: its kind and ID to change, what it came to (OM-49), and under it what is wrong and the fix. */
final class LineRow extends Div {

    private final transient RowEdits edits;
    private final Span from = ImportWords.cut("", "t2");
    private final KindField kind;
    private final ItemField item;
    private final Span name = ImportWords.cut("", "t2");
    private final Span outcome = new Span();
    private final RemoveButton remove;
    private final transient List<LineFix> fixes = new ArrayList<>();
    private ReviewRow row;

    LineRow(ReviewRow row, RowEdits edits) {
        this.row = row;
        this.edits = edits;
        addClassName("line-row");
        getElement().setAttribute("data-row", String.valueOf(row.rowNo()));
        kind = new KindField(edits, row);
        item = new ItemField(edits, row);
        remove = new RemoveButton(edits, row);
        from.addClassNames("num", "from");
        name.addClassName("name");
        outcome.addClassName("outcome");
        Div cells = new Div(from, kind, item, name, outcome, remove);
        cells.addClassName("review-line");
        add(cells);
        draw();
    }

    /** The row as it is now; whether it is another than it was. */
    boolean show(ReviewRow now) {
        boolean changed = !now.equals(row);
        row = now;
        if (changed) {
            kind.show(now);
            item.show(now);
            remove.show(now);
            draw();
        }
        return changed;
    }

    private void draw() {
        from.setText(ImportWords.from(this, row));
        name.setText(ImportWords.checkedTitle(this, row));
        name.setTitle(name.getText());
        outcome.removeAll();
        outcome.add(Outcome.badge(this, row));
        item.setInvalid(row.hasError() && row.findings().stream().anyMatch(found -> "item_id".equals(found.column())));
        // What is still wrong keeps its place, with the focus that may be in it.
        int count = row.findings().size();
        while (fixes.size() > count) {
            remove(fixes.removeLast());
        }
        for (int at = 0; at < count; at++) {
            if (at < fixes.size()) {
                fixes.get(at).show(row, row.findings().get(at));
            } else {
                LineFix fix = new LineFix(row, row.findings().get(at), edits);
                fixes.add(fix);
                add(fix);
            }
        }
        setClassName("faulty", count > 0);
    }

    /** Shows once that somebody else changed it; a second change glows again. */
    void glow() {
        getElement().executeJs("this.classList.remove('glow'); void this.offsetWidth; this.classList.add('glow')");
    }
}
