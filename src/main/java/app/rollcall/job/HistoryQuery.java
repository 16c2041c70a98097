package app.rollcall.job;

import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the history of jobs, newest first. A page is found from the job before it, however long the history is. */
@Component
class HistoryQuery {

    private static final String SEEN = " j.step <> 'uploading' AND (:everybody OR j.created_by = :by)";

    private final DatabaseClient database;

    HistoryQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Jobs of a person, or of all, after one of them and so many more. */
    Mono<List<JobRecord>> page(
            @Nullable PersonId onlyOf, JobFilter filter, @Nullable JobProgress after, int skip, int limit) {
        return database.sql(JobQuery.PROGRESS + " WHERE" + SEEN + """
                         AND j.state = ANY(:states) AND (:first OR (j.created_at, j.id) < (:at, :after))
                        ORDER BY j.created_at DESC, j.id DESC OFFSET :skip LIMIT :limit
                        """)
                .bind("everybody", onlyOf == null)
                .bind("by", onlyOf == null ? 0L : onlyOf.value())
                .bind("states", filter.codes())
                .bind("first", after == null)
                .bind(
                        "at",
                        Parameters.in(
                                R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                                after == null ? null : after.createdAt().atOffset(ZoneOffset.UTC)))
                .bind("after", after == null ? 0L : after.id())
                .bind("skip", skip)
                .bind("limit", limit)
                .map(row -> new JobRecord(
                        JobQuery.progress(row),
                        JobQuery.time(row, "started_at"),
                        row.get("through_name", String.class)))
                .all()
                .collectList();
    }

    Mono<Map<JobState, Long>> counts(@Nullable PersonId onlyOf) {
        return database.sql("SELECT j.state, count(*) AS jobs FROM job j WHERE" + SEEN + " GROUP BY j.state")
                .bind("everybody", onlyOf == null)
                .bind("by", onlyOf == null ? 0L : onlyOf.value())
                .map(row -> Map.entry(
                        JobState.of(Objects.requireNonNull(row.get("state", String.class))),
                        Objects.requireNonNull(row.get("jobs", Long.class))))
                .all()
                .collect(
                        () -> new EnumMap<JobState, Long>(JobState.class),
                        (counts, entry) -> counts.put(entry.getKey(), entry.getValue()))
                .map(counts -> counts);
    }
}
