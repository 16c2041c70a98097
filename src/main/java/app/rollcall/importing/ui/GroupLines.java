package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.FieldChange;
import app.rollcall.importing.ReviewRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What changes of the person of one address, and its lines. A line that stays is changed where it stands, so that a field in it keeps the focus. */
final class GroupLines extends Div {

    private final transient RowEdits edits;
    private final transient OwnRows own;
    private final transient Map<Integer, LineRow> lines = new HashMap<>();
    private final UnorderedList changes = new UnorderedList();
    private final Span more = new Span();

    GroupLines(EmailGroup group, RowEdits edits, OwnRows own) {
        this.edits = edits;
        this.own = own;
        addClassName("group-lines");
        more.addClassNames("t2", "more-lines");
        changes.addClassName("changes");
        changes.getElement().setAttribute("aria-label", getTranslation("invite.changes"));
        add(changes, more);
        show(group);
    }

    /** The group as it is now. */
    GroupLines show(EmailGroup group) {
        changes.removeAll();
        group.changes().forEach(change -> changes.add(line(change)));
        changes.setVisible(!group.changes().isEmpty());
        Set<Integer> gone = new HashSet<>(lines.keySet());
        int at = 1;
        for (ReviewRow row : group.lines()) {
            gone.remove(row.rowNo());
            LineRow line = lines.get(row.rowNo());
            if (line == null) {
                line = new LineRow(row, edits);
                lines.put(row.rowNo(), line);
                addComponentAtIndex(at, line);
            } else if (line.show(row) && !own.takes(row.rowNo())) {
                line.glow();
            }
            at++;
        }
        gone.forEach(rowNo -> remove(lines.remove(rowNo)));
        int left = group.rows() - group.lines().size();
        more.setText(getTranslation("invite.more_lines", left));
        more.setVisible(left > 0);
        return this;
    }

    private ListItem line(FieldChange change) {
        ListItem line = new ListItem(ChangeWords.line(this, change));
        line.setClassName("t2", change.kept());
        return line;
    }
}
