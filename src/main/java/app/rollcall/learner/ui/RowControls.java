package app.rollcall.learner.ui;

import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.ui.LearnerCell.Dots;
import app.rollcall.learner.ui.LearnerCell.Reminder;
import app.rollcall.security.PersonId;
import app.rollcall.ui.Countdown;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What stands in a row beside what it tells: what opens its menu, and the reminder of the pending (EG-06). */
final class RowControls {

    private final Grid<LearnerRow> table;
    private final RowItems.Actions actions;
    private final boolean mayManage;
    private final Consumer<LearnerRow> redraw;
    private final TableMenu menu;
    private final Set<PersonId> atWork = new HashSet<>();

    /** @param redraw draws the row anew that is at work from now on, or is so no more */
    RowControls(Grid<LearnerRow> table, RowItems.Actions actions, boolean mayManage, Consumer<LearnerRow> redraw) {
        this.table = table;
        this.actions = actions;
        this.mayManage = mayManage;
        this.redraw = redraw;
        menu = new TableMenu(table, actions, mayManage, this::control);
    }

    /** Rows are not as they were. */
    void follow(List<LearnerRow> rows) {
        menu.follow(rows);
    }

    TableMenu menu() {
        return menu;
    }

    @Nullable
    Dots dots(LearnerRow row) {
        return menu.offered(row)
                ? new Dots(
                        row.id().value(),
                        table.getTranslation("learner.actions", row.name()),
                        atWork.contains(row.id()))
                : null;
    }

    /** It is sent at one press; until it can be, its place says how long that is (EG-07). */
    @Nullable
    Reminder reminder(LearnerRow row) {
        if (!row.pending() || !mayManage) {
            return null;
        }
        long id = row.id().value();
        SendOffer offer = SendOffer.of(row, actions);
        if (offer.later()) {
            String sentence = table.getTranslation("learner.remind.soon", "{0}");
            return new Reminder(id, sentence, "", Countdown.seconds(offer.left()), false);
        }
        String text = table.getTranslation("learner.remind." + offer.what());
        String label = offer.now() ? table.getTranslation("learner.remind.whom", text, row.name()) : "";
        return new Reminder(id, text, label, 0, atWork.contains(row.id()));
    }

    void remind(LearnerRow row) {
        if (mayManage && row.pending() && SendOffer.of(row, actions).now()) {
            actions.send(row, control(row));
        }
    }

    /** What rests while a command on the row is at work. */
    private UiTask.Control control(LearnerRow row) {
        PersonId id = row.id();
        UI ui = table.getUI().orElseGet(UI::getCurrent);
        return new UiTask.Control() {
            @Override
            public UI ui() {
                return ui;
            }

            @Override
            public boolean working() {
                return atWork.contains(id);
            }

            @Override
            public void working(boolean now) {
                if (now ? atWork.add(id) : atWork.remove(id)) {
                    redraw.accept(row);
                }
            }
        };
    }
}
