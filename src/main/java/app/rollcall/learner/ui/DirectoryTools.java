package app.rollcall.learner.ui;

import app.rollcall.learner.DirectoryColumns;
import app.rollcall.learner.DirectoryTable;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.OwnColumns;
import app.rollcall.learner.SavedView;
import app.rollcall.learner.SavedViews;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.Crossing;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Page;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Which columns the directory shows, and as which saved view: chosen, kept, and said in the URL. */
final class DirectoryTools implements ViewList.Actions {

    private final Doors doors;
    private final Actor actor;
    private final LearnerGrid grid;
    private final BiConsumer<LearnerFilter, LearnerOrder> screen;
    private final Runnable tellUrl;
    private final ColumnsButton columnsButton;
    private final ViewsButton viewsButton;
    private final ViewCommands commands;
    private final Map<DirectoryTable, DirectoryColumns> own = new EnumMap<>(DirectoryTable.class);
    private final Map<DirectoryTable, DirectoryColumns> shown = new EnumMap<>(DirectoryTable.class);
    private final Sinks.Many<Long> asked = Sinks.many().replay().latest();
    private LearnerFilter filter = LearnerFilter.EVERYBODY;
    private LearnerOrder order = LearnerOrder.NAME;
    private Mono<List<DirectoryColumns>> reading = Mono.empty();
    private long viewId;
    private @Nullable SavedView view;

    /** What columns and views are kept by. */
    @Component
    record Doors(OwnColumns columns, SavedViews views, Clock clock) {}

    /**
     * @param screen shows what it is given, and says so in the URL
     * @param tellUrl tells the URL anew
     */
    DirectoryTools(
            Doors doors,
            Actor actor,
            Page page,
            LearnerGrid grid,
            BiConsumer<LearnerFilter, LearnerOrder> screen,
            Runnable tellUrl) {
        this.doors = doors;
        this.actor = actor;
        this.grid = grid;
        this.screen = screen;
        this.tellUrl = tellUrl;
        columnsButton = new ColumnsButton(grid::leftOut, this::choose);
        viewsButton = new ViewsButton(() -> doors.views.all(actor), new ViewList(actor, this));
        commands = new ViewCommands(doors.views, actor, viewsButton.working(), doors.clock, this::became);
        page.tools(columnsButton);
        page.beside(viewsButton);
        FluxBinding.state(page, () -> asked.asFlux().concatMap(this::find), this::found);
    }

    private Mono<List<SavedView>> find(long id) {
        return id == 0
                ? Mono.just(List.of())
                : doors.views.find(actor, id).flux().collectList();
    }

    /** Takes over what a URL says; call it before the first {@link #show}. This person's own columns are read beside what comes between. */
    void read(QueryParameters parameters, DirectoryTable table) {
        own.clear();
        reading = Crossing.begin(doors.columns.find(actor).onErrorComplete());
        shown.clear();
        DirectoryLook.columns(parameters, table).ifPresent(columns -> shown.put(table, columns));
        viewId = DirectoryLook.view(parameters);
        view = null;
        asked.tryEmitNext(viewId);
    }

    /** Gives the table of this filter its columns, and tells what the URL is then. */
    String show(LearnerFilter chosen, LearnerOrder sorted) {
        filter = chosen;
        order = sorted;
        DirectoryLook look = look();
        grid.show(look.columns());
        columnsButton.show(look.columns());
        viewsButton.show(view, view != null && !DirectoryLook.of(view.query()).equals(look));
        boolean said =
                own().containsKey(look.columns().table()) || !look.columns().isUsual();
        return look.url(said, viewId);
    }

    private DirectoryLook look() {
        DirectoryTable table = DirectoryTable.of(filter.status());
        return new DirectoryLook(filter, order, Objects.requireNonNullElseGet(shown.get(table), () -> kept(table)));
    }

    private DirectoryColumns kept(DirectoryTable table) {
        return Objects.requireNonNullElseGet(own().get(table), () -> DirectoryColumns.usual(table));
    }

    private Map<DirectoryTable, DirectoryColumns> own() {
        Crossing.wait(reading).ifPresent(kept -> kept.forEach(columns -> own.put(columns.table(), columns)));
        reading = Mono.empty();
        return own;
    }

    /** A URL names a view that may be gone or kept from this person: then it is not said any more. */
    private void found(List<SavedView> views) {
        SavedView now = views.isEmpty() ? null : views.getFirst();
        if (now == null ? viewId != 0 : now.id() == viewId) {
            became(now);
        }
    }

    private void became(@Nullable SavedView now) {
        view = now;
        viewId = now == null ? 0 : now.id();
        tellUrl.run();
    }

    /** Chosen by hand, columns are what this person sees from now on; within a view they are a change of that. */
    private void choose(DirectoryColumns chosen) {
        shown.put(chosen.table(), chosen);
        if (view == null) {
            own().remove(chosen.table());
            if (!chosen.isUsual()) {
                own.put(chosen.table(), chosen);
            }
            UiTask.keepFocus(
                    columnsButton,
                    doors.columns.keep(actor, chosen),
                    () -> {},
                    failure -> LearnerFailures.sentence(columnsButton, failure));
        }
        tellUrl.run();
    }

    @Override
    public void open(SavedView chosen) {
        viewsButton.close();
        DirectoryLook look = DirectoryLook.of(chosen.query());
        view = chosen;
        viewId = chosen.id();
        shown.put(look.columns().table(), look.columns());
        screen.accept(look.filter(), look.order());
    }

    @Override
    public void leave() {
        viewsButton.close();
        view = null;
        viewId = 0;
        shown.clear();
        screen.accept(LearnerFilter.EVERYBODY, LearnerOrder.NAME);
    }

    @Override
    public void save() {
        viewsButton.close();
        commands.save(look());
    }

    @Override
    public void update(SavedView open) {
        viewsButton.close();
        commands.update(open, look());
    }

    @Override
    public void rename(SavedView open) {
        viewsButton.close();
        commands.rename(open);
    }

    @Override
    public void share(SavedView open) {
        viewsButton.close();
        commands.share(open);
    }

    @Override
    public void unshare(SavedView open) {
        viewsButton.close();
        commands.unshare(open);
    }

    @Override
    public void remove(SavedView open) {
        viewsButton.close();
        commands.remove(open);
    }
}
