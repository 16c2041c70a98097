package app.rollcall.importing.ui;

import app.rollcall.importing.FailedFilter;
import app.rollcall.importing.FailedReason;
import app.rollcall.importing.FailedRow;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.SearchField;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The rows that failed: how many, the file of them (MA-21), and a table while they are few enough for one (MA-17, MA-18). On the
 * page of the import the table is there however many they are, and can be searched (C5).
 */
final class FailedPart extends Div {

    private final transient FailedRows rows;
    private final transient Sinks.Many<ImportId> asked =
            Sinks.many().multicast().directBestEffort();
    private final Span count = new Span();
    private final SearchField find;
    private final Select<FailedReason> reason = new Select<>();
    private final Paragraph many = new Paragraph();
    private final Paragraph none = new Paragraph();
    private final FailedGrid grid;
    private final LazyItems<FailedRow> items;
    private final Anchor download;
    private volatile FailedFilter filter = FailedFilter.ALL;
    private volatile long shown = -1;
    private final boolean searched;

    /** @param soFar while the import runs: the newest come first, and all are shown */
    FailedPart(FailedRows rows, boolean soFar) {
        this.rows = rows;
        addClassName("failed-part");
        Span title = new Span(new Span(getTranslation(soFar ? "invite.failed_so_far" : "invite.failed_rows")), count);
        title.addClassNames("row", "b");
        count.addClassName("t2");
        Span order = new Span(getTranslation("invite.failed_so_far.order"));
        order.addClassNames("t2", "wide");
        order.setVisible(soFar);
        find = new SearchField(getTranslation("invite.failed.find"));
        find.setId("find-failed");
        find.addValueChangeListener(change -> filter(new FailedFilter(change.getValue(), filter.reason())));
        reason.setId("failed-reason");
        reason.setAriaLabel(getTranslation("invite.failed.reason"));
        reason.setEmptySelectionAllowed(true);
        reason.setEmptySelectionCaption(getTranslation("invite.failed.any_reason"));
        reason.setItemLabelGenerator(this::label);
        reason.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                filter(new FailedFilter(
                        filter.find(),
                        change.getValue() == null ? "" : change.getValue().reason()));
            }
        });
        download = rows.download(getTranslation("invite.download"));
        Span file = new Span(rows.fileName());
        file.addClassNames("mono", "t2", "xs", "wide");
        Span right = new Span(find, reason, soFar ? new Span() : file, download);
        right.addClassNames("row", "right");
        Div head = new Div(title, order, right);
        head.addClassNames("row", "section");
        items = new LazyItems<>(
                FailedRow::rowNo,
                (offset, limit, _) -> rows.page(filter, soFar, offset, limit),
                () -> filter.all() ? Mono.just(Math.max(0, shown)) : rows.count(filter));
        grid = new FailedGrid(items, rows::fix);
        many.setId("failed-many");
        many.addClassName("t2");
        none.setId("failed-none");
        none.addClassName("t2");
        none.setText(getTranslation("invite.failed.none"));
        none.setVisible(false);
        searched = rows.onPage() && !soFar;
        find.setVisible(searched);
        reason.setVisible(searched);
        add(head, many, grid, none);
        if (searched) {
            FluxBinding.state(this, this::reasons, this::offer);
        }
    }

    private void filter(FailedFilter next) {
        filter = next;
        items.refreshAll();
        asked.tryEmitNext(rows.id());
    }

    /** What can be chosen from, and whether anything is found. */
    private record Look(List<FailedReason> reasons, long found) {}

    private Flux<Look> reasons() {
        return asked.asFlux()
                .onBackpressureLatest()
                .concatMap(_ -> rows.reasons().zipWith(rows.count(filter), Look::new), 0);
    }

    private void offer(Look look) {
        FailedReason chosen = reason.getValue();
        reason.setItems(look.reasons());
        look.reasons().stream()
                .filter(one -> chosen != null && one.reason().equals(chosen.reason()))
                .findFirst()
                .ifPresent(reason::setValue);
        none.setVisible(look.found() == 0 && shown > 0 && grid.isVisible());
    }

    private String label(@Nullable FailedReason one) {
        return one == null
                ? getTranslation("invite.failed.any_reason")
                : getTranslation("invite.failed.count", ResultWords.reasonName(this, one.reason()), one.rows());
    }

    /** Brings it up to what is committed. */
    void update(Import now) {
        long failed = now.job().failed();
        if (failed == shown) {
            return;
        }
        shown = failed;
        boolean table = rows.table(failed) && now.rowsKept();
        setVisible(failed > 0);
        count.setText(NumberFormat.getIntegerInstance(getLocale()).format(failed));
        many.setText(
                now.rowsKept()
                        ? getTranslation("invite.failed.many", failed)
                        : getTranslation("invite.failed.deleted"));
        many.setVisible(!table);
        grid.setVisible(table);
        download.setVisible(now.rowsKept());
        find.setVisible(find.isVisible() && now.rowsKept());
        reason.setVisible(reason.isVisible() && now.rowsKept());
        items.refreshAll();
        asked.tryEmitNext(rows.id());
    }

    /** The picture of a file to take home. */
    static Anchor asButton(Anchor link) {
        link.addClassNames("button-link", "row");
        link.addComponentAsFirst(Icons.DOWNLOAD.create());
        return link;
    }
}
