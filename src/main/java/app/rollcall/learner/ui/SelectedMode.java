package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import app.rollcall.bulk.Selection;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.StatusFilter;
import app.rollcall.security.PersonId;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The directory's Selected mode (OM-04): while it is on, rows are picked, by their checkbox or anywhere beside what leads somewhere,
 * and one action is for all who are picked. What is selected outlives filters, scrolling and what others do; leaving the mode forgets it.
 */
final class SelectedMode implements PickColumn.Picks, SelectedBar.Actions {

    private final Page page;
    private final LearnerGrid grid;
    private final SelectedFeed feed;
    private final Places places;
    private final Slice slice;
    private final SelectedWords words;
    private final Selected selected = new Selected();
    private final SelectedCommands commands;
    private final SelectedSwitch toggle;
    private final Span spoken = new Span();
    private LearnerFilter filter = LearnerFilter.EVERYBODY;
    private @Nullable SelectedBar bar;
    private @Nullable PersonId last;
    private long matching;
    private long hidden;

    /** Reads rows as the list shows them, in its order. */
    interface Slice {

        Mono<List<LearnerRow>> read(int offset, int limit);
    }

    /** @param open opens a row that is clicked while the mode is off (OM-18) */
    SelectedMode(
            Page page,
            LearnerGrid grid,
            Consumer<LearnerRow> open,
            Places places,
            Slice slice,
            SelectedFeed feed,
            Function<Selected, SelectedCommands> commands) {
        this.page = page;
        this.grid = grid;
        this.places = places;
        this.slice = slice;
        this.feed = feed;
        this.commands = commands.apply(selected);
        words = new SelectedWords(page);
        toggle = new SelectedSwitch(words.say("bulk.toggle"), this::turn);
        spoken.setId("selected-spoken");
        spoken.addClassName("sr");
        spoken.getElement().setAttribute("aria-live", "polite");
        page.add(spoken);
        grid.addItemClickListener(click -> {
            if (toggle.on()) {
                pick(click.getItem(), !selected.has(click.getItem()), click.isShiftKey());
            } else {
                open.accept(click.getItem());
            }
        });
        FluxBinding.state(page, feed::answers, this::reread);
    }

    /** Puts the toggle into the page's head, for those who may do something with the selected. */
    void offer(boolean may) {
        if (may) {
            toggle.addTo(page);
        }
    }

    private void turn(boolean on) {
        if (on) {
            grid.picks().show(this);
        } else {
            grid.picks().hide();
        }
        clear();
        if (!on) {
            drop();
        }
    }

    /** The list shows others now; whoever is selected stays so. */
    void filtered(LearnerFilter chosen) {
        filter = chosen;
        ask();
    }

    /** How many the list has with its filter. */
    void counted(long found) {
        matching = found;
        show();
    }

    @Override
    public boolean picked(LearnerRow row) {
        return selected.has(row);
    }

    @Override
    public void pick(LearnerRow row, boolean wanted, boolean upToHere) {
        Integer from = last == null ? null : places.of(last);
        Integer to = places.of(row.id());
        last = row.id();
        if (upToHere && wanted && from != null && to != null && !from.equals(to)) {
            int first = Math.min(from, to);
            add(spoken, slice.read(first, Math.min(Math.abs(to - from) + 1, Selection.MOST)));
            return;
        }
        boolean room = true;
        if (wanted) {
            room = selected.add(row);
        } else {
            selected.remove(row);
        }
        grid.getDataProvider().refreshItem(row);
        changed(room);
    }

    @Override
    public void all(Component control) {
        add(control, slice.read(0, Selection.MOST));
    }

    private void add(Component control, Mono<List<LearnerRow>> read) {
        UiTask.run(
                control,
                read,
                rows -> {
                    boolean room = true;
                    for (LearnerRow row : rows) {
                        room &= selected.add(row);
                    }
                    grid.getDataProvider().refreshAll();
                    changed(room);
                },
                failure -> LearnerFailures.sentence(page, failure));
    }

    @Override
    public void clear() {
        selected.clear();
        last = null;
        grid.getDataProvider().refreshAll();
        changed(true);
    }

    @Override
    public void run(BulkAction action, Component control) {
        commands.run(action, control, () -> {
            show();
            if (bar != null) {
                bar.focusAfter(control);
            }
        });
    }

    @Override
    public void categories(Component control) {
        commands.categories(control);
    }

    private void changed(boolean room) {
        if (!room) {
            Notices.alert(words.say("bulk.most", Selection.MOST));
        }
        ask();
        show();
        spoken.setText(toggle.on() ? words.say("bulk.selected", selected.size()) : "");
    }

    private void ask() {
        feed.ask(selected.ids(), filter);
        if (selected.size() == 0) {
            hidden = 0;
        }
    }

    /** What was read anew of the selected, by whatever cause. */
    private void reread(SelectedFeed.Answer answer) {
        int before = selected.drifted().size();
        selected.reread(answer.asked(), answer.rows()).forEach(grid.getDataProvider()::refreshItem);
        if (!selected.ids().equals(answer.asked())) {
            ask();
        }
        hidden = Math.min(selected.size(), answer.rows().size() - answer.shown());
        show();
        if (selected.drifted().size() > before) {
            spoken.setText(words.say("bulk.selected", selected.size()) + ". " + words.drift(selected.drifted()));
        }
    }

    /** Everybody the list has is offered only where everybody has room, and somebody can be selected. */
    private void show() {
        if (selected.size() > 0 || !selected.drifted().isEmpty()) {
            boolean room = matching <= Selection.MOST && filter.status() != StatusFilter.DISABLED;
            bar().show(selected, hidden, room && selected.size() - hidden < matching ? matching : 0);
        } else if (bar != null) {
            // What it tells while nobody sees it would be kept for the browser, each time more.
            bar.setVisible(false);
        }
    }

    /** Made when somebody is selected: most who look at the list select nobody. */
    private SelectedBar bar() {
        SelectedBar there = bar;
        if (there == null) {
            there = new SelectedBar(this);
            page.addComponentAtIndex(page.indexOf(spoken) + 1, there);
            bar = there;
        }
        return there;
    }

    private void drop() {
        if (bar != null) {
            page.remove(bar);
            bar = null;
        }
    }
}
