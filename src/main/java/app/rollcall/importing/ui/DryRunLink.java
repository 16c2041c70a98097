package app.rollcall.importing.ui;

import app.rollcall.importing.FieldChange;
import app.rollcall.importing.OutcomeRow;
import app.rollcall.importing.csv.CsvText;
import app.rollcall.ui.Moments;
import app.rollcall.ui.PagedDownload;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A file of what the rows on the screen come to, each with what it would change or why it cannot. */
final class DryRunLink extends Anchor {

    private final transient Clock clock;
    private final transient Supplier<Function<@Nullable OutcomeRow, Mono<List<OutcomeRow>>>> shown;
    private volatile ZoneId zone = ZoneOffset.UTC;

    /** @param shown gives, at the time of a download, the way to the rows of the filter that is chosen then */
    DryRunLink(Clock clock, Supplier<Function<@Nullable OutcomeRow, Mono<List<OutcomeRow>>>> shown) {
        this.clock = clock;
        this.shown = shown;
        setId("download-dry-run");
        setText(getTranslation("invite.dry_run"));
        setTitle(getTranslation("invite.dry_run.hint"));
        setHref(this::write);
        getElement().setAttribute("download", true);
        addClassNames("u", "xs");
        // The browser's zone is the screen's to know; a download runs beside it.
        addAttachListener(_ -> zone = Moments.of(this, this.clock.instant()).zone());
    }

    private void write(DownloadEvent event) throws IOException {
        OutputStream out = PagedDownload.begin(event, "Dry_Run_" + LocalDate.ofInstant(clock.instant(), zone) + ".csv");
        out.write(CsvText.file(List.of(headings())));
        PagedDownload.write(
                out,
                shown.get(),
                rows -> CsvText.rows(rows.stream().map(this::cells).toList()));
    }

    private List<String> headings() {
        return Stream.of("line", "email", "employee_id", "item_type", "item_id", "outcome", "changes", "reason")
                .map(column -> getTranslation("invite.dry_run.column." + column))
                .toList();
    }

    private List<String> cells(OutcomeRow row) {
        return List.of(
                row.line() == 0 ? getTranslation("invite.typed") : String.valueOf(row.line()),
                row.email(),
                row.employeeId(),
                row.itemType(),
                row.itemId(),
                row.wrong() ? "error" : row.effect().name().toLowerCase(Locale.ROOT),
                row.changes().stream().map(this::line).collect(Collectors.joining("; ")),
                row.findings().stream()
                        .map(finding -> ImportWords.finding(this, row.line(), finding))
                        .collect(Collectors.joining(" ")));
    }

    private String line(FieldChange change) {
        return ChangeWords.line(this, change);
    }
}
