package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.Dialect;
import app.rollcall.importing.csv.DialectChoice;
import app.rollcall.importing.csv.Preset;
import app.rollcall.importing.csv.ReadingChoice;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of what a list was made of. */
@Component
class ImportSources {

    /** An upload of which nothing arrives counts as broken off. */
    private static final String COLUMNS = """
            SELECT source_no, kind, file_name, file_bytes, charset, delimiter, preset, ignored, refusal, rows,
              CASE WHEN state = 'uploading' AND arrived_at < clock_timestamp() - make_interval(secs => :idle) THEN 'broken_off' ELSE state END AS state
            FROM import_source WHERE import_id = :id""";

    /** More headings than this are not told. */
    private static final int IGNORED = 20;

    private final DatabaseClient database;
    private final double idle;

    ImportSources(DatabaseClient database, ImportProperties properties) {
        this.database = database;
        this.idle = properties.uploadIdle().toMillis() / 1000d;
    }

    /**
     * A source that is about to arrive; empty when this upload was seen before. The list's own row is locked. Files of a list
     * that was begun at a course are read strictly until somebody chooses otherwise (rule C6).
     */
    Mono<Upload> begin(ImportId id, Source.Kind kind, String fileName, UUID requestKey) {
        return database.sql("""
                        INSERT INTO import_source (import_id, source_no, kind, state, file_name, request_key, chosen_columns)
                        SELECT :id, coalesce(max(source_no), 0) + 1, :kind, 'uploading', :name, :key,
                          CASE WHEN :kind = 'file' AND EXISTS (SELECT FROM import WHERE job_id = :id AND course_code IS NOT NULL) THEN 'strict' END
                        FROM import_source WHERE import_id = :id
                        ON CONFLICT (request_key) DO NOTHING RETURNING source_no, upload
                        """)
                .bind("id", id.value())
                .bind("kind", kind.code())
                .bind("name", fileName)
                .bind("key", requestKey)
                .map(row -> new Upload(
                        id, (int) number(row, "source_no"), Objects.requireNonNull(row.get("upload", UUID.class))))
                .one();
    }

    /** The home of typed lines. */
    Mono<Void> typed(ImportId id) {
        return database.sql("""
                        INSERT INTO import_source (import_id, source_no, kind, state) VALUES (:id, 0, 'typed', 'read') ON CONFLICT DO NOTHING
                        """).bind("id", id.value()).then();
    }

    /** It is whole. Fails with {@link BrokenOff}. */
    Mono<Void> kept(Upload upload, ImportFiles.Kept kept) {
        return database.sql("""
                        UPDATE import_source SET state = 'kept', file_bytes = :bytes, file_sha256 = :sha
                        WHERE import_id = :id AND source_no = :no AND upload = :upload
                        """)
                .bind("bytes", kept.bytes())
                .bind("sha", kept.sha256())
                .bind("id", upload.list().value())
                .bind("no", upload.source())
                .bind("upload", upload.token())
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .switchIfEmpty(Mono.error(BrokenOff::new))
                .then();
    }

    /** Takes a broken upload away, unless it was given up and another has its number. */
    Mono<Void> abandon(Upload upload) {
        return database.sql("DELETE FROM import_source WHERE import_id = :id AND source_no = :no AND upload = :upload")
                .bind("id", upload.list().value())
                .bind("no", upload.source())
                .bind("upload", upload.token())
                .then();
    }

    /** The first source that waits to be read. */
    Mono<Source> nextKept(ImportId id) {
        return database.sql(COLUMNS + " AND state = 'kept' ORDER BY source_no LIMIT 1")
                .bind("idle", idle)
                .bind("id", id.value())
                .map(ImportSources::source)
                .one();
    }

    Mono<Void> read(ImportId id, int source, ImportReading.Staged staged) {
        Dialect dialect = staged.dialect();
        Preset preset = staged.columns().preset();
        return database.sql("""
                        UPDATE import_source SET state = 'read', charset = :charset, delimiter = :delimiter, preset = nullif(:preset, ''),
                          ignored = :ignored, read_columns = :read, refusal = NULL, rows = :rows
                        WHERE import_id = :id AND source_no = :no
                        """)
                .bind("charset", dialect.charset().name())
                .bind("delimiter", String.valueOf(dialect.delimiter()))
                .bind("preset", preset == null ? "" : preset.name())
                .bind(
                        "ignored",
                        staged.columns().ignored().stream().limit(IGNORED).collect(Collectors.joining(", ")))
                .bind(
                        "read",
                        staged.columns().read().stream().map(Column::heading).toArray(String[]::new))
                .bind("rows", staged.rows())
                .bind("id", id.value())
                .bind("no", source)
                .then();
    }

    Mono<Void> refused(ImportId id, int source, String refusal) {
        return database.sql("""
                        UPDATE import_source SET state = 'refused', refusal = :refusal, rows = 0 WHERE import_id = :id AND source_no = :no
                        """)
                .bind("refusal", refusal)
                .bind("id", id.value())
                .bind("no", source)
                .then();
    }

    /** What a person decided about reading a source. */
    Mono<ReadingChoice> choice(ImportId id, int source) {
        return database.sql("""
                        SELECT chosen_charset, chosen_delimiter, chosen_columns FROM import_source WHERE import_id = :id AND source_no = :no
                        """)
                .bind("id", id.value())
                .bind("no", source)
                .map(ImportSources::choice)
                .one();
    }

    private static ReadingChoice choice(Readable row) {
        return choice(
                row.get("chosen_charset", String.class),
                row.get("chosen_delimiter", String.class),
                row.get("chosen_columns", String.class));
    }

    /** Of the three columns that keep one. */
    static ReadingChoice choice(@Nullable String charset, @Nullable String delimiter, @Nullable String columns) {
        return new ReadingChoice(
                new DialectChoice(
                        charset == null ? null : Charset.forName(charset),
                        delimiter == null ? null : delimiter.charAt(0)),
                columns == null ? null : ColumnChoice.parse(columns));
    }

    /** Has a source read anew, in another way; empty when there is no such file. */
    Mono<Integer> choose(ImportId id, int source, ReadingChoice choice) {
        Charset charset = choice.dialect().charset();
        Character delimiter = choice.dialect().delimiter();
        ColumnChoice columns = choice.columns();
        return database.sql("""
                        UPDATE import_source SET state = 'kept', refusal = NULL, chosen_charset = nullif(:charset, ''),
                          chosen_delimiter = nullif(:delimiter, ''), chosen_columns = :columns
                        WHERE import_id = :id AND source_no = :no AND kind <> 'typed' AND state <> 'uploading'
                        """)
                .bind("charset", charset == null ? "" : charset.name())
                .bind("delimiter", delimiter == null ? "" : delimiter.toString())
                .bind("columns", Parameters.in(R2dbcType.VARCHAR, columns == null ? null : columns.format()))
                .bind("id", id.value())
                .bind("no", source)
                .fetch()
                .rowsUpdated()
                .filter(changed -> changed == 1)
                .map(_ -> source);
    }

    /** Takes a source away with its rows, its file included. */
    Mono<Void> forget(ImportId id, int source) {
        return database.sql("""
                        WITH rows AS (DELETE FROM import_row WHERE import_id = :id AND source_no = :no)
                        DELETE FROM import_source WHERE import_id = :id AND source_no = :no
                        """).bind("id", id.value()).bind("no", source).then();
    }

    Mono<List<Source>> all(ImportId id) {
        return database.sql(COLUMNS + " ORDER BY source_no")
                .bind("idle", idle)
                .bind("id", id.value())
                .map(ImportSources::source)
                .all()
                .collectList();
    }

    private static Source source(Readable row) {
        return new Source(
                (int) number(row, "source_no"),
                Source.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                Source.State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                text(row, "file_name"),
                number(row, "file_bytes"),
                row.get("charset", String.class),
                row.get("delimiter", String.class),
                preset(row.get("preset", String.class)),
                Objects.requireNonNullElse(row.get("ignored", String.class), ""),
                row.get("refusal", String.class),
                number(row, "rows"));
    }

    private static @Nullable Preset preset(@Nullable String name) {
        return name == null ? null : Preset.valueOf(name);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
