package app.rollcall.importing;

import app.rollcall.database.DedicatedConnections;
import app.rollcall.importing.csv.CsvFile;
import app.rollcall.importing.csv.Dialect;
import app.rollcall.importing.csv.Problem;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.importing.csv.ReadingLimits;
import app.rollcall.importing.csv.StagedRow;
import app.rollcall.importing.csv.Unreadable;
import app.rollcall.job.Fence;
import app.rollcall.job.Fenced;
import app.rollcall.job.Jobs;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
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

    private static final String COPY = """
            COPY import_row (import_id, row_no, line, email, first_name, last_name, item_type, item_id, problem, problem_column, problem_value)
            FROM STDIN""";

    /** So that the check and every chunk are planned for the rows there are; who analyses it at this moment does it for us. */
    private static final String ANALYZE =
            "ANALYZE (SKIP_LOCKED) import_row (import_id, row_no, email, item_type, item_id, problem, state)";

    private static final int SLICE_CHARS = 16 * 1024;
    private static final int READ_AHEAD = 2;
    private static final Duration REPORTED = Duration.ofMillis(250);

    private final DedicatedConnections connections;
    private final ImportFiles files;
    private final ImportQuery query;
    private final Jobs jobs;
    private final TransactionalOperator transaction;
    private final ReadingLimits limits;

    ImportReading(
            DedicatedConnections connections,
            ImportFiles files,
            ImportQuery query,
            Jobs jobs,
            TransactionalOperator transaction,
            ImportProperties properties) {
        this.connections = connections;
        this.files = files;
        this.query = query;
        this.jobs = jobs;
        this.transaction = transaction;
        this.limits = new ReadingLimits(
                properties.maxFileSize().toBytes(),
                properties.maxRows(),
                (int) properties.maxFieldSize().toBytes(),
                ReadingLimits.DEFAULT.columns());
    }

    /** A run's reader, and why it refused the file: the driver tells a failed COPY's cause only as text. */
    private static final class Reader {
        private volatile @Nullable CsvFile opened;
        private volatile @Nullable Unreadable refused;
    }

    /** What was staged: rows, and how the file turned out to be written. */
    record Staged(long rows, Dialect dialect) {}

    /** Stages the file anew, whatever an earlier run left. Fails with Unreadable or {@link Fenced}. */
    Mono<Staged> stage(Fence fence) {
        ImportId id = new ImportId(fence.job().value());
        Reader file = new Reader();
        Mono<Staged> copied = Flux.usingWhen(
                        connections.open(),
                        connection -> copy(connection, fence, id, file),
                        PostgresqlConnection::close)
                .onErrorMap(e -> Objects.requireNonNullElse(file.refused, e))
                .next()
                .cache();
        return reports(fence, file).takeUntilOther(copied).then(copied);
    }

    private Mono<Staged> copy(PostgresqlConnection connection, Fence fence, ImportId id, Reader file) {
        return connection
                .beginTransaction()
                .then(forget(connection, id))
                .then(Mono.defer(() -> connection.copyIn(COPY, rows(id, file))))
                .delayUntil(_ -> stillOurs(connection, fence))
                .delayUntil(_ -> connection.commitTransaction())
                .delayUntil(_ -> analyze(connection))
                .map(rows ->
                        new Staged(rows, Objects.requireNonNull(file.opened).dialect()));
    }

    private Flux<ByteBuf> rows(ImportId id, Reader file) {
        return Flux.using(
                        () -> open(id, file),
                        opened -> Flux.<ByteBuf, CsvFile>generate(() -> opened, (rows, sink) -> {
                            CopyText text = new CopyText();
                            while (rows.hasNext() && text.length() < SLICE_CHARS) {
                                write(text, id, rows.next());
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

    private CsvFile open(ImportId id, Reader file) throws IOException {
        InputStream stream = DataBufferUtils.subscriberInputStream(files.read(id), READ_AHEAD);
        CsvFile opened = CsvFile.open(stream, limits, ReadingChoice.DETECT);
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

    private static void write(CopyText text, ImportId id, StagedRow row) {
        Problem problem = row.problem();
        text.cell(id.value())
                .cell(row.rowNo())
                .cell(row.line())
                .cell(row.email())
                .cell(row.firstName())
                .cell(row.lastName())
                .cell(row.itemType())
                .cell(row.itemId())
                .cell(problem == null ? null : problem.reason().code())
                .cell(problem == null ? null : problem.column())
                .cell(problem == null ? null : problem.value())
                .endRow();
    }

    /** How much of the file has been read, as often as a screen would look; it ends with the copy. */
    private Flux<Void> reports(Fence fence, Reader file) {
        return Flux.interval(REPORTED)
                .onBackpressureDrop()
                .concatMap(_ -> transaction.transactional(jobs.hold(fence)
                        .flatMap(standing -> jobs.advance(fence, standing.total(), bytesOf(file), 0, 0))
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

    private static Mono<Void> forget(PostgresqlConnection connection, ImportId id) {
        return connection
                .createStatement("DELETE FROM import_row WHERE import_id = $1")
                .bind("$1", id.value())
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }

    private static Mono<Void> analyze(PostgresqlConnection connection) {
        return connection
                .createStatement(ANALYZE)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then();
    }
}
