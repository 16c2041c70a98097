package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.StagedRow;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps, for each address of a list, which rows are its own: the review pages by address, and doubles are found without a search. */
@Component
class ImportGroups {

    /** For what goes through a whole list: a million rows on a busy machine may take longer than a screen may wait. */
    static final String PATIENCE = "SET LOCAL statement_timeout = '10min'; SET LOCAL work_mem = '64MB'";

    /** So that the check is planned for the addresses there are; who analyses them at this moment does it for us. */
    private static final String ANALYZE =
            "ANALYZE (SKIP_LOCKED) import_email (import_id, group_no, email, errors, warnings)";

    private static final String REBUILD = """
            INSERT INTO import_email (import_id, group_no, email, row_nos)
            SELECT :id, row_number() OVER (ORDER BY min(row_no)), staged_key(email, fields), array_agg(row_no ORDER BY row_no)
            FROM import_row r WHERE r.import_id = :id
              AND row_no NOT BETWEEN coalesce((SELECT hidden_from FROM import WHERE job_id = :id), 0) AND coalesce((SELECT hidden_to FROM import WHERE job_id = :id), 0)
            GROUP BY staged_key(email, fields)
            """;

    /** A row that is new or has a new address joins its group; a new one stands where its last row left an empty one, else at the end or, if typed, on top. */
    private static final String JOIN = """
            INSERT INTO import_email AS g (import_id, group_no, email, row_nos)
            SELECT r.import_id, coalesce(:place, CASE WHEN r.row_no < 0 THEN least(coalesce(e.first, 1), 1) - 1 ELSE greatest(coalesce(e.last, 0), 0) + 1 END),
                   staged_key(r.email, r.fields), ARRAY[r.row_no]
            FROM import_row r, (SELECT min(group_no) AS first, max(group_no) AS last FROM import_email WHERE import_id = :id) e
            WHERE r.import_id = :id AND r.row_no = :row
            ON CONFLICT (import_id, email) DO UPDATE SET row_nos = (SELECT array_agg(n ORDER BY n) FROM unnest(g.row_nos || excluded.row_nos) n)
            """;

    private final DatabaseClient database;

    ImportGroups(DatabaseClient database) {
        this.database = database;
    }

    /** Makes all groups anew from the rows that are not cleared, and counts them into the list. */
    Mono<Void> rebuild(ImportId id) {
        return database.sql(PATIENCE)
                .then()
                .thenMany(Flux.just("DELETE FROM import_email WHERE import_id = :id", REBUILD, """
                        UPDATE import SET rows = g.rows, emails = g.emails, version = version + 1
                        FROM (SELECT coalesce(sum(cardinality(row_nos)), 0) AS rows, count(*) FILTER (WHERE email <> '') AS emails
                              FROM import_email WHERE import_id = :id) g
                        WHERE job_id = :id
                        """)
                        .concatMap(
                                sql -> database.sql(sql).bind("id", id.value()).then()))
                .then(database.sql(ANALYZE).then());
    }

    /** Puts a row into the group of its address. */
    Mono<Void> join(ImportId id, int row) {
        return join(id, row, null);
    }

    private Mono<Void> join(ImportId id, int row, @Nullable Integer place) {
        DatabaseClient.GenericExecuteSpec spec =
                database.sql(JOIN).bind("id", id.value()).bind("row", row);
        return (place == null ? spec.bindNull("place", Integer.class) : spec.bind("place", place)).then();
    }

    /** Whom a row is about before anybody is looked up, as the database's staged_key says it. */
    static String key(StagedRow row) {
        if (!row.email().isEmpty()) {
            return row.email().toLowerCase(Locale.ROOT);
        }
        return Stream.of(Column.EMPLOYEE_ID, Column.EXTERNAL_ID, Column.USERNAME)
                .filter(column -> !row.field(column).isEmpty())
                .findFirst()
                .map(column -> column.heading() + ":"
                        + (column == Column.USERNAME ? row.field(column).toLowerCase(Locale.ROOT) : row.field(column)))
                .orElse("");
    }

    /** Takes a row out of the group of an address and gives the place of a group that is thereby gone, or nothing. */
    Mono<Integer> leave(ImportId id, int row, String key) {
        return database.sql("""
                        UPDATE import_email SET row_nos = array_remove(row_nos, :row) WHERE import_id = :id AND email = :key
                        RETURNING group_no, cardinality(row_nos) AS left
                        """)
                .bind("row", row)
                .bind("id", id.value())
                .bind("key", key)
                .map(group -> new Left((int) number(group, "group_no"), (int) number(group, "left")))
                .one()
                .filter(group -> group.rows() == 0)
                .flatMap(group -> database.sql("DELETE FROM import_email WHERE import_id = :id AND group_no = :no")
                        .bind("id", id.value())
                        .bind("no", group.no())
                        .then()
                        .thenReturn(group.no()));
    }

    private record Left(int no, int rows) {}

    /** Moves a row whose address has changed; alone in its old group, it keeps its place on the screen. */
    Mono<Void> move(ImportId id, int row, String before) {
        return leave(id, row, before)
                .flatMap(place -> join(id, row, place).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> join(id, row, null).thenReturn(true)))
                .then();
    }

    /** All rows of these addresses. */
    Flux<Integer> rows(ImportId id, Collection<String> emails) {
        return database.sql(
                        "SELECT unnest(row_nos) AS row_no FROM import_email WHERE import_id = :id AND email = ANY(:emails)")
                .bind("id", id.value())
                .bind("emails", emails.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get("row_no", Integer.class)))
                .all();
    }

    /** The addresses of these people, as far as they are in the list. */
    Flux<String> ofPeople(ImportId id, Collection<Long> people) {
        return database.sql("""
                        SELECT g.email FROM person p JOIN import_email g ON g.import_id = :id AND g.email = lower(p.email::text)
                        WHERE p.id = ANY(:people)
                        UNION SELECT staged_key(r.email, r.fields) FROM import_match m JOIN import_row r ON r.import_id = m.import_id AND r.row_no = m.row_no
                        WHERE m.import_id = :id AND m.person_id = ANY(:people)
                        """)
                .bind("id", id.value())
                .bind("people", people.toArray(Long[]::new))
                .map(row -> Objects.requireNonNull(row.get("email", String.class)))
                .all();
    }

    /** What the groups of some addresses add up to. */
    record Tally(long rows, long emails, long errors, long warnings, Effects effects) {}

    Mono<Tally> tally(ImportId id, Collection<String> emails) {
        return database.sql("""
                        SELECT coalesce(sum(cardinality(row_nos)), 0)::bigint AS rows, count(*) FILTER (WHERE email <> '') AS emails,
                               coalesce(sum(errors), 0) AS errors, coalesce(sum(warnings), 0) AS warnings,
                               count(*) FILTER (WHERE effect = 'created' AND email <> '' AND errors < cardinality(row_nos)) AS created,
                               count(*) FILTER (WHERE effect = 'updated') AS updated, count(*) FILTER (WHERE effect = 'unchanged') AS unchanged,
                               count(*) FILTER (WHERE effect = 'conflict') AS conflicts
                        FROM import_email WHERE import_id = :id AND email = ANY(:emails)
                        """)
                .bind("id", id.value())
                .bind("emails", emails.toArray(String[]::new))
                .map(row -> new Tally(
                        number(row, "rows"),
                        number(row, "emails"),
                        number(row, "errors"),
                        number(row, "warnings"),
                        new Effects(
                                number(row, "created"),
                                number(row, "updated"),
                                number(row, "unchanged"),
                                number(row, "conflicts"))))
                .one();
    }

    /** Counts a change into the list: what its groups added up to before, and after. */
    Mono<Void> count(ImportId id, Tally before, Tally after) {
        return database.sql("""
                        UPDATE import SET rows = rows + :rows, emails = emails + :emails, rows_error = rows_error + :errors,
                          rows_warning = rows_warning + :warnings, rows_valid = rows_valid + :rows - :errors - :warnings,
                          will_create = will_create + :created, will_update = will_update + :updated, will_stay = will_stay + :unchanged,
                          will_conflict = will_conflict + :conflicts, version = version + 1
                        WHERE job_id = :id
                        """)
                .bind("rows", after.rows() - before.rows())
                .bind("emails", after.emails() - before.emails())
                .bind("errors", after.errors() - before.errors())
                .bind("warnings", after.warnings() - before.warnings())
                .bind("created", after.effects().created() - before.effects().created())
                .bind("updated", after.effects().updated() - before.effects().updated())
                .bind(
                        "unchanged",
                        after.effects().unchanged() - before.effects().unchanged())
                .bind(
                        "conflicts",
                        after.effects().conflicts() - before.effects().conflicts())
                .bind("id", id.value())
                .then();
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
