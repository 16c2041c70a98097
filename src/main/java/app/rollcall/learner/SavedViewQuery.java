package app.rollcall.learner;

import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of saved views. */
@Component
class SavedViewQuery {

    /** Nobody reads a longer list. */
    private static final int MOST = 500;

    private static final String SEEN = """
            SELECT v.id, v.owner_id, coalesce(nullif(btrim(o.first_name || ' ' || o.last_name), ''), o.email::text) AS owner,
                   v.name::text AS name, v.shared, v.query, v.version
            FROM saved_view v JOIN person o ON o.id = v.owner_id
            WHERE (v.owner_id = :reader OR v.shared)
            """;

    private final DatabaseClient database;

    SavedViewQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<SavedView>> all(PersonId reader) {
        return database.sql(SEEN + " ORDER BY v.owner_id <> :reader, v.name, owner, v.id LIMIT :most")
                .bind("reader", reader.value())
                .bind("most", MOST)
                .map(SavedViewQuery::view)
                .all()
                .collectList();
    }

    Mono<SavedView> find(PersonId reader, long id) {
        return one(reader, id, "");
    }

    /** As it is, for this transaction alone. */
    Mono<SavedView> hold(PersonId reader, long id) {
        return one(reader, id, " FOR UPDATE OF v");
    }

    private Mono<SavedView> one(PersonId reader, long id, String lock) {
        return database.sql(SEEN + " AND v.id = :id" + lock)
                .bind("reader", reader.value())
                .bind("id", id)
                .map(SavedViewQuery::view)
                .one();
    }

    Mono<Long> make(SavedView view) {
        return database.sql("""
                        INSERT INTO saved_view (owner_id, name, shared, query) VALUES (:owner, :name, :shared, :query)
                        RETURNING id
                        """)
                .bind("owner", view.owner().value())
                .bind("name", view.name())
                .bind("shared", view.shared())
                .bind("query", view.query())
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
    }

    Mono<Void> change(SavedView view) {
        return database.sql("""
                        UPDATE saved_view SET name = :name, shared = :shared, query = :query, version = version + 1, changed_at = now()
                        WHERE id = :id
                        """)
                .bind("name", view.name())
                .bind("shared", view.shared())
                .bind("query", view.query())
                .bind("id", view.id())
                .then();
    }

    Mono<Void> remove(long id) {
        return database.sql("DELETE FROM saved_view WHERE id = :id")
                .bind("id", id)
                .then();
    }

    Mono<Void> putBack(SavedView view) {
        return database.sql("""
                        INSERT INTO saved_view (id, owner_id, name, shared, query, version) OVERRIDING SYSTEM VALUE
                        VALUES (:id, :owner, :name, :shared, :query, :version)
                        """)
                .bind("id", view.id())
                .bind("owner", view.owner().value())
                .bind("name", view.name())
                .bind("shared", view.shared())
                .bind("query", view.query())
                .bind("version", view.version() + 1)
                .then();
    }

    /** Whether the view can still be seen, and who changed it last. */
    Mono<ViewOvertaken> lastChange(PersonId reader, long id) {
        return database.sql("""
                        SELECT v.id IS NULL AS gone, a.at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by
                        FROM (VALUES (:id)) s (id)
                        LEFT JOIN saved_view v ON v.id = s.id AND (v.owner_id = :reader OR v.shared)
                        LEFT JOIN LATERAL (SELECT at, actor_id FROM audit_entry WHERE subject_kind = 'view' AND subject_id = s.id
                                           ORDER BY id DESC LIMIT 1) a ON true
                        LEFT JOIN person b ON b.id = a.actor_id
                        """)
                .bind("id", id)
                .bind("reader", reader.value())
                .map(row -> {
                    OffsetDateTime at = row.get("at", OffsetDateTime.class);
                    return new ViewOvertaken(
                            Boolean.TRUE.equals(row.get("gone", Boolean.class)),
                            row.get("by", String.class),
                            at == null ? null : at.toInstant());
                })
                .one();
    }

    private static SavedView view(Readable row) {
        return new SavedView(
                Objects.requireNonNull(row.get("id", Long.class)),
                new PersonId(Objects.requireNonNull(row.get("owner_id", Long.class))),
                text(row, "owner"),
                text(row, "name"),
                Boolean.TRUE.equals(row.get("shared", Boolean.class)),
                text(row, "query"),
                Objects.requireNonNull(row.get("version", Integer.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
