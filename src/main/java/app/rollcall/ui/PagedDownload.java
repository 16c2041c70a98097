package app.rollcall.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The crossing for downloads: a file that is written while its rows are read, on the request's own thread and only as fast as
 * the browser takes it, so that no more than one page of it is ever in memory.
 */
public final class PagedDownload {

    private PagedDownload() {}

    /**
     * Writes page after page until an empty one comes.
     *
     * @param page the rows after that one; after none, the first
     * @param text how a page's rows are written
     * @throws IOException when the browser breaks off
     */
    public static <R> void write(
            OutputStream out, Function<@Nullable R, Mono<List<R>>> page, Function<List<R>, byte[]> text)
            throws IOException {
        R last = null;
        List<R> rows = LazyItems.await(page.apply(last), List.of());
        while (!rows.isEmpty()) {
            out.write(text.apply(rows));
            last = rows.getLast();
            rows = LazyItems.await(page.apply(last), List.of());
        }
    }

    /** Says what comes: a CSV file of that name, however long. */
    public static OutputStream begin(DownloadEvent event, String fileName) {
        event.setFileName(fileName);
        event.setContentType("text/csv;charset=utf-8");
        return event.getOutputStream();
    }
}
