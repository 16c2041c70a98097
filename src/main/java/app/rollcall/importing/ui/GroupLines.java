package app.rollcall.importing.ui;

import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.ReviewRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The lines of one address. A line that stays is changed where it stands, so that a field in it keeps the focus. */
final class GroupLines extends Div {

    private final transient RowEdits edits;
    private final transient OwnRows own;
    private final transient Map<Integer, LineRow> lines = new HashMap<>();
    private final Span more = new Span();

    GroupLines(EmailGroup group, RowEdits edits, OwnRows own) {
        this.edits = edits;
        this.own = own;
        addClassName("group-lines");
        more.addClassNames("t2", "more-lines");
        add(more);
        show(group);
    }

    /** The group as it is now. */
    GroupLines show(EmailGroup group) {
        Set<Integer> gone = new HashSet<>(lines.keySet());
        int at = 0;
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
}
