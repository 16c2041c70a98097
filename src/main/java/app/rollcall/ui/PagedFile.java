package app.rollcall.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The crossing for files that are too long to be held: written page by page as they are read, on the download's own virtual
 * thread. A page that does not come breaks the download off.
 */
public final class PagedFile {

    private PagedFile() {}

    /** The next rows after one, or the first ones; none when there are no more. */
    @FunctionalInterface
    public interface Pages<T> {

        Mono<List<T>> after(@Nullable T last);
    }

    /** A file's first line, and how each row becomes another. */
    public record Csv<T>(byte[] first, Function<T, byte[]> line) {}

    /**
     * @param name of the file, asked for at each download
     * @param form asked for first, so that it may depend on what there is; empty for a person who may not see it
     */
    public static <T> DownloadHandler csv(Supplier<String> name, Supplier<Mono<Csv<T>>> form, Pages<T> pages) {
        return event -> {
            List<Csv<T>> found = LazyItems.await(form.get().map(List::of), List.<Csv<T>>of());
            if (found.isEmpty()) {
                event.getResponse().setStatus(404);
                return;
            }
            Csv<T> csv = found.getFirst();
            event.setFileName(name.get());
            event.setContentType("text/csv;charset=utf-8");
            OutputStream out = event.getOutputStream();
            out.write(csv.first());
            List<T> page = LazyItems.await(pages.after(null), List.<T>of());
            while (!page.isEmpty()) {
                for (T row : page) {
                    out.write(csv.line().apply(row));
                }
                page = LazyItems.await(pages.after(page.getLast()), List.<T>of());
            }
        };
    }
}
