package app.rollcall.job.ui;

import app.rollcall.job.JobFilter;
import app.rollcall.job.JobHistory;
import app.rollcall.job.JobRecord;
import app.rollcall.live.JobProgress;
import app.rollcall.security.Actor;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the history for a grid: each page from the last job of the one above it that was read, and each job with its caption. */
final class JobPages {

    private final JobHistory history;
    private final List<JobNavigation> screens;
    private final Actor actor;
    /** The last job before each place where a page ended. */
    private final ConcurrentSkipListMap<Integer, JobProgress> ends = new ConcurrentSkipListMap<>();

    private final Map<Long, JobLine> shown = new ConcurrentHashMap<>();

    JobPages(JobHistory history, List<JobNavigation> screens, Actor actor) {
        this.history = history;
        this.screens = screens;
        this.actor = actor;
    }

    Mono<List<JobLine>> page(JobFilter filter, int offset, int limit) {
        Map.Entry<Integer, JobProgress> before = ends.floorEntry(offset);
        int skip = before == null ? offset : offset - before.getKey();
        return history.page(actor, filter, before == null ? null : before.getValue(), skip, limit)
                .flatMap(this::captioned)
                .doOnNext(lines -> {
                    if (!lines.isEmpty()) {
                        ends.put(offset + lines.size(), lines.getLast().job());
                    }
                    lines.forEach(line -> shown.put(line.id(), line));
                });
    }

    private Mono<List<JobLine>> captioned(List<JobRecord> records) {
        return Flux.fromIterable(screens)
                .concatMap(screen -> screen.captions(
                        actor,
                        records.stream()
                                .filter(record -> record.job().kind().equals(screen.kind()))
                                .map(record -> record.job().id())
                                .toList()))
                .<Map<Long, Function<Component, String>>>collect(ConcurrentHashMap::new, Map::putAll)
                .map(captions -> records.stream()
                        .map(record -> new JobLine(
                                record, captions.getOrDefault(record.job().id(), _ -> "")))
                        .toList());
    }

    /** The line of a job that was read and is still where it was, as it stands now; null for all others. */
    @Nullable
    JobLine moved(JobProgress now) {
        JobLine before = shown.get(now.id());
        if (before == null || before.job().state() != now.state()) {
            return null;
        }
        JobLine after = before.with(now);
        shown.put(now.id(), after);
        return after;
    }

    /** Something is not where it was: all is to be read anew. */
    void forget() {
        ends.clear();
        shown.clear();
    }
}
