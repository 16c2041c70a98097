package app.rollcall.importing;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Knows a file again, whatever it is called: it is told before it is imported once more, never forbidden (case 21). */
@Component
public class FormerImports {

    private static final int MOST = 3;

    private final DatabaseClient database;
    private final ImportGate gate;
    private final Rights rights;

    FormerImports(DatabaseClient database, ImportGate gate, Rights rights) {
        this.database = database;
        this.gate = gate;
        this.rights = rights;
    }

    /** The last imports that applied one of this list's files, as far as the actor may see them, the newest first. */
    public Mono<List<FormerImport>> of(Actor actor, ImportId id) {
        return gate.see(actor, id)
                .then(rights.has(actor, Permission.SEE_ALL_JOBS))
                .flatMap(all -> database.sql("""
                                SELECT DISTINCT ON (j.created_at, j.id) j.id, o.file_name, j.created_at
                                FROM import_source s JOIN import_source o ON o.file_sha256 = s.file_sha256 AND o.import_id <> s.import_id
                                JOIN job j ON j.id = o.import_id AND j.step = 'applying' AND (:all OR j.created_by = :by)
                                WHERE s.import_id = :id AND s.kind = 'file' AND o.kind = 'file'
                                ORDER BY j.created_at DESC, j.id DESC LIMIT :most
                                """)
                        .bind("all", all)
                        .bind("by", actor.id().value())
                        .bind("id", id.value())
                        .bind("most", MOST)
                        .map(row -> new FormerImport(
                                new ImportId(Objects.requireNonNull(row.get("id", Long.class))),
                                Objects.requireNonNull(row.get("file_name", String.class)),
                                Objects.requireNonNull(row.get("created_at", OffsetDateTime.class))
                                        .toInstant()))
                        .all()
                        .collectList())
                .defaultIfEmpty(List.of());
    }
}
