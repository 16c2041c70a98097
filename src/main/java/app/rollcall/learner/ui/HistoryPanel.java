package app.rollcall.learner.ui;

import app.rollcall.learner.HistoryLine;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PersonAvatar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;

/** What happened to a learner, the newest first. */
final class HistoryPanel extends Div {

    /** What there are words for; all else is told as a change. */
    private static final Set<String> TOLD = Set.of(
            "added",
            "enrolled",
            "unenrolled",
            "completed",
            "access_granted",
            "access_removed",
            "paused",
            "unpaused",
            "invited",
            "resent",
            "released",
            "invitation_removed",
            "accepted",
            "expired",
            "signed_in",
            "signed_out",
            "sign_in_failed",
            "password_forgotten",
            "password_changed",
            "categorised",
            "location_changed");

    HistoryPanel() {
        setId("history-panel");
        addClassNames("record-panel", "history");
    }

    /** @param more whether there are older ones than these */
    void show(String learner, List<HistoryLine> lines, boolean more, Moments moments) {
        removeAll();
        OrderedList list = new OrderedList();
        lines.forEach(line -> list.add(line(learner, line, moments)));
        add(list);
        if (more) {
            Paragraph rest = new Paragraph(getTranslation("record.history.more", lines.size()));
            rest.addClassName("t2");
            add(rest);
        }
    }

    private ListItem line(String learner, HistoryLine line, Moments moments) {
        String key = TOLD.contains(line.what()) ? line.what() : "changed";
        Span what = new Span(getTranslation("record.history." + key, line.thing()));
        what.addClassName("what");
        String at = moments.tell(line.at());
        Span when = new Span(line.by() == null ? at : getTranslation("record.history.when", line.by(), at));
        when.addClassNames("t2", "xs");
        when.setTitle(moments.exact(line.at()));
        Span words = new Span(what, when);
        words.addClassName("col");
        ListItem item = new ListItem(face(learner, line), words);
        item.getElement().setAttribute("data-what", line.what());
        return item;
    }

    private static Component face(String learner, HistoryLine line) {
        if (line.by() != null) {
            return PersonAvatar.of(line.by(), PersonAvatar.Size.M);
        }
        return line.what().equals("added") ? Icons.HISTORY.create() : PersonAvatar.of(learner, PersonAvatar.Size.M);
    }
}
