package app.rollcall.importing;

import app.rollcall.importing.csv.ReadingLimits;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps uploaded files in the database, in parts, so that any node can read them and a backup holds them. */
@Component
class ImportFiles {

    private static final int SLICES_IN_A_PART = 16;

    private final DatabaseClient database;
    private final ReadingLimits limits;
    private final Duration toldEvery;

    ImportFiles(DatabaseClient database, ImportProperties properties) {
        this.database = database;
        this.limits = properties.readingLimits();
        this.toldEvery = properties.uploadIdle().dividedBy(5);
    }

    /** What was kept: size in bytes and SHA-256. */
    record Kept(long bytes, byte[] sha256) {}

    /**
     * Writes the slices (of at most 64 KiB) in parts of up to a megabyte; fails with {@link TooLarge} at the limit, and with
     * {@link BrokenOff} when the upload was given up.
     */
    Mono<Kept> keep(Upload upload, Flux<ByteBuffer> slices) {
        return Mono.defer(() -> {
            MessageDigest digest = sha256();
            long[] bytes = {0};
            return told(upload, slices)
                    .buffer(SLICES_IN_A_PART)
                    .map(ImportFiles::joined)
                    .index()
                    .concatMap(part -> {
                        bytes[0] += part.getT2().remaining();
                        if (bytes[0] > limits.bytes()) {
                            return Mono.error(new TooLarge());
                        }
                        digest.update(part.getT2().duplicate());
                        return insert(upload, part.getT1(), part.getT2());
                    })
                    .then(Mono.fromSupplier(() -> new Kept(bytes[0], digest.digest())));
        });
    }

    /** The same slices; now and then the database learns that they come, however long they take to make a part. */
    private Flux<ByteBuffer> told(Upload upload, Flux<ByteBuffer> slices) {
        long[] last = {System.nanoTime()};
        return slices.concatMap(
                slice -> {
                    long now = System.nanoTime();
                    if (now - last[0] < toldEvery.toNanos()) {
                        return Mono.just(slice);
                    }
                    last[0] = now;
                    return arrives(upload).thenReturn(slice);
                },
                1);
    }

    private Mono<Void> arrives(Upload upload) {
        return written(
                database.sql(
                        "UPDATE import_source SET arrived_at = clock_timestamp() WHERE import_id = :id AND source_no = :no AND upload = :upload"),
                upload);
    }

    private Mono<Void> insert(Upload upload, long part, ByteBuffer bytes) {
        return written(database.sql("""
                        INSERT INTO import_file_part (import_id, source_no, part_no, bytes)
                        SELECT import_id, source_no, :part, :bytes FROM import_source WHERE import_id = :id AND source_no = :no AND upload = :upload
                        """).bind("part", (int) part).bind("bytes", bytes), upload);
    }

    private static Mono<Void> written(DatabaseClient.GenericExecuteSpec sql, Upload upload) {
        return sql.bind("id", upload.list().value())
                .bind("no", upload.source())
                .bind("upload", upload.token())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(BrokenOff::new))
                .then();
    }

    /** The file's bytes, a part at a time, as the reader asks for them. */
    Flux<DataBuffer> read(ImportId id, int source) {
        return parts(id, source).concatMap(part -> bytes(id, source, part), 1);
    }

    /** How much of a file is read before it is refused. */
    ReadingLimits limits() {
        return limits;
    }

    /** The beginning of the file, up to a megabyte of it. */
    Mono<byte[]> beginning(ImportId id, int source) {
        return bytes(id, source, 0).map(buffer -> {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return bytes;
        });
    }

    private Flux<Integer> parts(ImportId id, int source) {
        return database.sql(
                        "SELECT part_no FROM import_file_part WHERE import_id = :id AND source_no = :source ORDER BY part_no")
                .bind("id", id.value())
                .bind("source", source)
                .map(row -> Objects.requireNonNull(row.get("part_no", Integer.class)))
                .all()
                .collectList()
                .flatMapIterable(parts -> parts);
    }

    private Mono<DataBuffer> bytes(ImportId id, int source, int part) {
        return database.sql(
                        "SELECT bytes FROM import_file_part WHERE import_id = :id AND source_no = :source AND part_no = :part")
                .bind("id", id.value())
                .bind("source", source)
                .bind("part", part)
                .map(row -> (DataBuffer) DefaultDataBufferFactory.sharedInstance.wrap(
                        Objects.requireNonNull(row.get("bytes", ByteBuffer.class))))
                .one();
    }

    private static ByteBuffer joined(List<ByteBuffer> slices) {
        ByteBuffer part = ByteBuffer.allocate(
                slices.stream().mapToInt(ByteBuffer::remaining).sum());
        slices.forEach(slice -> part.put(slice.duplicate()));
        return part.flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
