package app.rollcall.importing.ui;

import app.rollcall.importing.FailedFilter;
import app.rollcall.importing.FailedReason;
import app.rollcall.importing.FailedRow;
import app.rollcall.importing.ImportFailures;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.NotImported;
import app.rollcall.importing.csv.Column;
import app.rollcall.security.Actor;
import app.rollcall.ui.PagedFile;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The failed rows of one import as one person looks at them.
 *
 * @param onPage whether on the import's own page rather than in the window over the directory
 * @param tableMax from so many rows on the window shows no table
 */
record FailedRows(ImportFailures failures, Actor actor, ImportId id, Clock clock, boolean onPage, int tableMax) {

    Mono<List<FailedRow>> page(FailedFilter filter, boolean newestFirst, long offset, int limit) {
        return failures.page(actor, id, filter, newestFirst, offset, limit);
    }

    Mono<Long> count(FailedFilter filter) {
        return failures.count(actor, id, filter);
    }

    Mono<List<FailedReason>> reasons() {
        return failures.reasons(actor, id);
    }

    boolean table(long failed) {
        return onPage || failed < tableMax;
    }

    void fix(FailedRow row) {
        new FixDialog(row, cells -> mend(row, cells)).open();
    }

    /** What still fails of it; empty when it is queued again. */
    private Mono<Optional<FailedRow>> mend(FailedRow row, Map<Column, String> cells) {
        return failures.mend(actor, id, row.rowNo(), cells)
                .flatMap(queued -> queued
                        ? Mono.just(Optional.empty())
                        : failures.row(actor, id, row.rowNo()).singleOptional());
    }

    String fileName() {
        return "Non_Imported_List_" + LocalDate.now(clock.withZone(actor.zone())) + ".csv";
    }

    /** The file of the rows not imported (MA-21), written as it is read. */
    Anchor download(String text) {
        // A download runs beside the screen, which is the one to know the language.
        Locale language = UI.getCurrent().getLocale();
        Anchor link = new Anchor(
                PagedFile.<NotImported>csv(
                        this::fileName,
                        () -> failures.columns(actor, id).map(columns -> form(columns, language)),
                        last -> failures.after(actor, id, last)),
                text);
        link.setId("download-failed");
        return FailedPart.asButton(link);
    }

    private PagedFile.Csv<NotImported> form(List<Column> columns, Locale language) {
        return new PagedFile.Csv<>(
                NotImported.headings(columns),
                row -> row.line(
                        columns,
                        ResultWords.reason((key, given) -> I18NProvider.translate(language, key, given), row.row())));
    }
}
