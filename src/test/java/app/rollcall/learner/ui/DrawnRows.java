package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.ui.LearnerCell.Card;
import app.rollcall.learner.ui.LearnerCell.Dots;
import app.rollcall.learner.ui.LearnerCell.Reminder;
import app.rollcall.learner.ui.LearnerCell.Said;
import app.rollcall.learner.ui.LearnerCell.Standing;
import app.rollcall.learner.ui.LearnerCell.Tag;
import app.rollcall.learner.ui.LearnerCell.Tags;
import app.rollcall.learner.ui.LearnerCell.Who;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of the table of learners as they are sent to be drawn, and what their menu offers. */
final class DrawnRows {

    private DrawnRows() {}

    static LearnerGrid grid() {
        return LocatorJ._get(LearnerGrid.class);
    }

    /** The cell as data; null where nothing is drawn. */
    static LearnerCell drawn(int row, String column) {
        LitRenderer<LearnerRow> renderer =
                (LitRenderer<LearnerRow>) grid().getColumnByKey(column).getRenderer();
        Drawn.Sent sent = (Drawn.Sent) renderer.getValueProviders().get(Drawn.CELL);
        return sent.cell().apply(GridKt._get(grid(), row));
    }

    /** What is read in the cell. */
    static String cell(int row, String column) {
        return switch (drawn(row, column)) {
            case Said said -> said.text();
            case Who who -> who.face().initials() + who.name();
            case Tags tags ->
                tags.shown().stream().map(Tag::name).collect(Collectors.joining(" "))
                        + (tags.more().isEmpty() ? "" : " " + tags.more());
            case Standing standing -> standing.badge().text();
            case Card card ->
                String.join(
                        " ",
                        card.who().name(),
                        card.under(),
                        card.standing().badge().text(),
                        card.number());
            case Reminder reminder -> reminder.text();
            case Dots dots -> dots.label();
            case null -> "";
        };
    }

    /** What the menu of a row offers, once it is open. */
    static List<MenuItem> menu(int row) {
        TableMenu menu = grid().controls().menu();
        return menu.show(GridKt._get(grid(), row)) ? visible(menu) : List.of();
    }

    /** What the menu offers that is open. */
    static List<MenuItem> openMenu() {
        return visible(grid().controls().menu());
    }

    private static List<MenuItem> visible(TableMenu menu) {
        return menu.getItems().stream().filter(Component::isVisible).toList();
    }

    static void choose(int row, String id) {
        MenuItem item = menu(row).stream()
                .filter(offered -> offered.getId().orElseThrow().equals(id))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }
}
