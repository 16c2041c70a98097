package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Item;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.Source;
import app.rollcall.security.Actor;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Notices;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The list that is put together, under the line that tells what it is made of. */
final class StagedPart extends Div implements SourcesLine.Actions {

    private final transient Imports imports;
    private final transient ImportRows rows;
    private final transient Actor actor;
    private final transient ImportId id;
    private final transient Readings readings;
    private final transient Sinks.Many<String> asked = Sinks.many().multicast().directBestEffort();
    private final SourcesLine line;
    private final StagedList list;
    private final transient LiveRows<ReviewRow> live;
    private final Button restore = new Button();
    private final EmptyState empty;
    private final EmptyState unfound;
    private volatile String find = "";
    private @Nullable Import current;

    StagedPart(
            Imports imports, ImportRows rows, Readings readings, Actor actor, ImportId id, SearchedItems<Item> items) {
        this.imports = imports;
        this.rows = rows;
        this.readings = readings;
        this.actor = actor;
        this.id = id;
        addClassName("staged-part");
        OwnRows own = new OwnRows();
        live = new LiveRows<>(
                ReviewRow::rowNo,
                (offset, limit, _) -> rows.list(actor, id, find, offset, limit),
                () -> rows.count(actor, id, find));
        WaitingNote waiting = new WaitingNote();
        line = new SourcesLine(this, waiting);
        list = new StagedList(new RowCommands(rows, actor, id, own, items), live, own, waiting, this::origin);
        restore.setText(getTranslation("invite.restore"));
        restore.setId("restore");
        restore.addClickListener(_ -> restore());
        empty = new EmptyState(
                Icons.LINES, getTranslation("invite.empty"), getTranslation("invite.empty.cause"), restore);
        empty.setId("empty-list");
        unfound =
                new EmptyState(Icons.SEARCH, getTranslation("invite.unfound"), getTranslation("invite.unfound.cause"));
        unfound.setId("no-row-found");
        unfound.setVisible(false);
        add(line, list, empty, unfound);
        FluxBinding.state(this, this::looks, this::show);
    }

    private Flux<LiveRows.Look<ReviewRow>> looks() {
        return asked.asFlux().onBackpressureLatest().concatMap(_ -> live.look(), 0);
    }

    void update(Import now) {
        current = now;
        line.update(now);
        restore.setVisible(now.cleared());
        empty.setVisible(now.rows() == 0);
        list.setVisible(now.rows() > 0);
        unfound.setVisible(unfound.isVisible() && now.rows() > 0);
        asked.tryEmitNext(find);
    }

    private void show(LiveRows.Look<ReviewRow> look) {
        list.show(look);
        boolean none = look.size() == 0 && !find.isEmpty() && current != null && current.rows() > 0;
        unfound.setVisible(none);
        list.setVisible(!none && current != null && current.rows() > 0);
    }

    /** With several files, which one a line is of. */
    private String origin(ReviewRow row) {
        List<Source> files = current == null ? List.of() : SourceList.files(current);
        return files.stream()
                .filter(source -> files.size() > 1 && source.no() == row.sourceNo())
                .findAny()
                .map(source -> ImportWords.name(this, source))
                .orElse("");
    }

    @Override
    public void find(String text) {
        find = text;
        asked.tryEmitNext(text);
        list.redraw();
    }

    @Override
    public void clear(Button control) {
        UiTask.run(
                control,
                rows.clear(actor, id),
                () -> Notices.done(getTranslation("invite.cleared"), getTranslation("invite.undo"), this::restore),
                failure -> ImportWords.failed(this, failure));
    }

    private void restore() {
        UiTask.run(restore, rows.restore(actor, id), () -> {}, failure -> ImportWords.failed(this, failure));
    }

    @Override
    public void forget(Button control, Source source) {
        UiTask.run(
                control,
                imports.forget(actor, id, source.no()),
                () -> {},
                failure -> ImportWords.failed(this, failure));
    }

    @Override
    public void reread(Button control, Source source) {
        readings.show(control, id, source);
    }
}
