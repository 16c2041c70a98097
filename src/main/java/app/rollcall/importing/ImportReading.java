package app.rollcall.importing;

import app.rollcall.database.DedicatedConnections;
import app.rollcall.importing.csv.Columns;
import app.rollcall.importing.csv.CsvFile;
import app.rollcall.importing.csv.Dialect;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.importing.csv.ReadingLimits;
import app.rollcall.importing.csv.Unreadable;
import app.rollcall.job.Fence;
import app.rollcall.job.Fenced;
import app.rollcall.job.Jobs;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Streams a kept file through the reader into import_row by COPY, in one transaction on a connection of its own: a COPY that
 * is cancelled on a pooled connection takes the pool with it. Memory holds a part of the file and a slice of rows, never more.
 */
@Component
class ImportReading {

    /** So that the check is planned for the rows there are. Who analyses at this moment began before they were: that is waited for. */
    private static final String ANALYZE =
            "ANALYZE import_row (import_id, row_no, email, item_type, item_id, problem, state)";

    private static final int SLICE_CHARS = 16 * 1024;
    private static final int READ_AHEAD = 2;
    private static final Duration REPORTED = Duration.ofMillis(250);

    private final DedicatedConnections connections;
    private final ImportFiles files;
    private final Jobs jobs;
    private final TransactionalOperator transaction;
    private final ReadingLimits limits;

    ImportReading(
            DedicatedConnections connections,
            ImportFiles files,
            Jobs jobs,
            TransactionalOperator transaction,
            ImportProperties properties) {
        this.connections = connections;
        this.files = files;
        this.jobs = jobs;
        this.transaction = transaction;
        this.limits = properties.readingLimits();
    }

    /** A run's reader, and why it refused the file: the driver tells a failed COPY's cause only as text. */
    private static final class Reader {
        private final ImportId id;
        private final int source;
        private final ReadingChoice choice;
        private volatile @Nullable CsvFile opened;
        private volatile @Nullable Unreadable refused;

        Reader(ImportId id, int source, ReadingChoice choice) {
            this.id = id;
            this.source = source;
            this.choice = choice;
        }
    }

    /** What was staged of a source: rows, and how it turned out to be written. */
    record Staged(long rows, Dialect dialect, Columns columns) {}

    /** Stages a source anew, whatever an earlier run left of it. Fails with Unreadable or {@link Fenced}. */
    Mono<Staged> stage(Fence fence, Source source, ReadingChoice choice) {
        Reader file = new Reader(new ImportId(fence.job().value()), source.no(), source.reading(choice));
        Mono<Staged> copied = Flux.usingWhen(
                        connections.open(), connection -> copy(connection, fence, file), PostgresqlConnection::close)
                .onErrorMap(e -> Objects.requireNonNullElse(file.refused, e))
                .next()
                .cache();
        return reports(fence, source, file).takeUntilOther(copied).then(copied);
    }

    private Mono<Staged> copy(PostgresqlConnection connection, Fence fence, Reader file) {
        return connection
                .beginTransaction()
                .then(forget(connection, file))
                .then(room(connection, file.id))
                .flatMap(room -> connection.copyIn(StagedCopy.COPY, rows(file, room)))
                .delayUntil(_ -> stillOurs(connection, fence))
                .delayUntil(_ -> connection.commitTransaction())
                .delayUntil(_ -> analyze(connection))
                .map(rows -> {
                    CsvFile read = Objects.requireNonNull(file.opened);
                    return new Staged(rows, read.dialect(), read.columns());
                });
    }

    private Flux<ByteBuf> rows(Reader file, Room room) {
        return Flux.using(
                        () -> open(file, room),
                        opened -> Flux.<ByteBuf, CsvFile>generate(() -> opened, (rows, sink) -> {
                            StagedCopy text = new StagedCopy(file.id, file.source, room.last(), room.course());
                            while (rows.hasNext() && text.length() < SLICE_CHARS) {
                                text.write(rows.next());
                            }
                            if (text.isEmpty()) {
                                sink.complete();
                            } else {
                                sink.next(Unpooled.wrappedBuffer(text.take()));
                            }
                            return rows;
                        }),
                        ImportReading::close)
                .doOnError(Unreadable.class, e -> file.refused = e)
                .subscribeOn(Schedulers.boundedElastic());
    }

    private CsvFile open(Reader file, Room room) throws IOException {
        InputStream stream = DataBufferUtils.subscriberInputStream(files.read(file.id, file.source), READ_AHEAD);
        CsvFile opened = CsvFile.open(stream, limits.beside(room.rows()), file.choice);
        file.opened = opened;
        return opened;
    }

    private static void close(CsvFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much of the source has been read, as often as a screen would look; it ends with the copy. */
    private Flux<Void> reports(Fence fence, Source source, Reader file) {
        return Flux.interval(REPORTED)
                .onBackpressureDrop()
                .concatMap(_ -> transaction.transactional(jobs.hold(fence)
                        .then(Mono.defer(() -> jobs.report(fence, source.bytes(), bytesOf(file))))
                        .then(jobs.announce(fence.job()))));
    }

    private static long bytesOf(Reader file) {
        CsvFile opened = file.opened;
        return opened == null ? 0 : opened.bytesRead();
    }

    private static Mono<Void> stillOurs(PostgresqlConnection connection, Fence fence) {
        return connection
                .createStatement("SELECT 1 FROM job WHERE id = $1 AND run = $2 AND state = 'preparing' FOR SHARE")
                .bind("$1", fence.job().value())
                .bind("$2", fence.run())
                .execute()
                .flatMap(result -> result.map((row, _) -> 1))
                .next()
                .switchIfEmpty(Mono.error(() -> new Fenced(fence)))
                .then();
    }

    private static Mono<Void> forget(PostgresqlConnection connection, Reader file) {
        return connection
                .createStatement("DELETE FROM import_row WHERE import_id = $1 AND source_no = $2")
                .bind("$1", file.id.value())
                .bind("$2", file.source)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    /** What is in the list already: the last row's number, and how many rows; and the course of the list, if it has one. */
    private record Room(int last, int rows, String course) {}

    private static Mono<Room> room(PostgresqlConnection connection, ImportId id) {
        return connection
                .createStatement(
                        "SELECT greatest(coalesce(max(row_no), 0), 0) AS last, count(*) AS rows,"
                                + " coalesce((SELECT course_code FROM import WHERE job_id = $1), '') AS course FROM import_row WHERE import_id = $1")
                .bind("$1", id.value())
                .execute()
                .flatMap(result -> result.map((row, _) -> new Room(
                        Objects.requireNonNull(row.get("last", Integer.class)),
                        Objects.requireNonNull(row.get("rows", Integer.class)),
                        Objects.requireNonNull(row.get("course", String.class)))))
                .next();
    }

    private static Mono<Void> analyze(PostgresqlConnection connection) {
        return connection
                .createStatement(ANALYZE)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then()
                // The rows are committed; a plan that is not the best one is no reason to read them again.
                .onErrorResume(R2dbcException.class, _ -> Mono.empty());
    }
}
