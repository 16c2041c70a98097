package app.rollcall.importing;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Applies a range of staged rows, a set at a time: people who are here already are changed, new ones are made with their
 * invitations, then come everybody's enrolments and each row's outcome. The ground may have moved since the check, so what
 * matters is asked again here. Run it in the transaction that also moves the job's cursor.
 */
@Component
class ImportChunk {

    private final DatabaseClient database;

    ImportChunk(DatabaseClient database) {
        this.database = database;
    }

    /**
     * So that every chunk is planned for the rows there are: with another import's statistics each could take as long as all of
     * them together. Waits for whoever is analysing; a plan that is not the best one is no reason to stop.
     */
    Mono<Void> plan() {
        return database.sql("""
                        ANALYZE import_row (import_id, row_no, email, item_type, item_id, state), import_email (import_id, email),
                          import_match (import_id, row_no, person_id), import_finding (import_id, row_no, severity)
                        """).then().onErrorResume(DataAccessException.class, _ -> Mono.empty());
    }

    /**
     * Does not wait until the disk has the present transaction: a crash of the server may take back the last moment's chunks,
     * whole and with the cursor, and the run begins again there. Whatever is waited for later, the last chunk or a mail about one
     * of these, has all before it on the disk too.
     */
    Mono<Void> flushLater() {
        return database.sql("SET LOCAL synchronous_commit = off").then();
    }

    /**
     * What a chunk did: rows by outcome, and new invitations, enrolments and accesses.
     *
     * @param people who is new, changed or newly enrolled; not all of them when they are very many
     */
    record Done(
            long imported, long updated, long skipped, long failed, long invited, long enrolled, List<Long> people) {}

    /**
     * Applies the rows after one number up to another, on behalf of who started the import. Fails with DuplicateKeyException
     * when somebody of the list came since the check, unless care is taken; that takes longer.
     */
    Mono<Done> apply(ImportId id, Matching.Mode mode, @Nullable Long by, long after, long last, boolean careful) {
        Range range = new Range(id, by, after, last);
        return seats(range)
                .then(run(ChunkSql.TAKE, range))
                .then(mode == Matching.Mode.INSERT ? Mono.just(0L) : change(range))
                .delayUntil(_ -> careful
                        ? run(ChunkSql.MAKE_CAREFULLY, range).then(run(ChunkSql.MEET, range))
                        : run(ChunkSql.MAKE, range))
                .flatMap(again -> run(ChunkSql.INVITE, range).map(invited -> again + invited))
                .delayUntil(_ -> run(ChunkSql.CATEGORISE, range))
                .flatMap(invited -> bound(ChunkSql.APPLY, range)
                        .map(row -> new Done(
                                number(row, "imported"),
                                number(row, "updated"),
                                number(row, "skipped"),
                                number(row, "failed"),
                                invited,
                                number(row, "enrolled"),
                                List.of(Objects.requireNonNull(row.get("people", Long[].class)))))
                        .one());
    }

    /** What is counted is what others committed before the courses were held. */
    private Mono<Void> seats(Range range) {
        return bound(SeatSql.HOLD, range)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .hasElements()
                .filter(limited -> limited)
                .flatMap(_ -> run(SeatSql.CHUNK, range))
                .then();
    }

    private Mono<Long> change(Range range) {
        return run(ChangeSql.LOCK, range).then(run(ChangeSql.CHANGE, range)).then(run(ChangeSql.INVITE_AGAIN, range));
    }

    Mono<Void> count(ImportId id, Done done) {
        return database.sql("""
                        UPDATE import SET imported = imported + :imported, updated = updated + :updated, skipped = skipped + :skipped,
                          invited = invited + :invited, enrolled = enrolled + :enrolled WHERE job_id = :id
                        """)
                .bind("imported", done.imported())
                .bind("updated", done.updated())
                .bind("skipped", done.skipped())
                .bind("invited", done.invited())
                .bind("enrolled", done.enrolled())
                .bind("id", id.value())
                .then();
    }

    private record Range(ImportId id, @Nullable Long by, long after, long last) {}

    private Mono<Long> run(String sql, Range range) {
        return bound(sql, range).fetch().rowsUpdated();
    }

    /** Each statement gets what it names. */
    private DatabaseClient.GenericExecuteSpec bound(String sql, Range range) {
        DatabaseClient.GenericExecuteSpec spec = database.sql(sql);
        if (sql.contains(":id")) {
            spec = spec.bind("id", range.id().value());
        }
        if (sql.contains(":after")) {
            spec = spec.bind("after", range.after()).bind("last", range.last());
        }
        if (!sql.contains(":by")) {
            return spec;
        }
        return range.by() == null ? spec.bindNull("by", Long.class) : spec.bind("by", range.by());
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
