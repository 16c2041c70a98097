package app.rollcall.importing;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What imports were made of and how they were set, several at a time, for lists of them. */
@Component
public class ImportOutlines {

    private final DatabaseClient database;
    private final Rights rights;

    ImportOutlines(DatabaseClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /** Of these imports, those that the actor may see. */
    public Mono<List<ImportOutline>> of(Actor actor, Collection<Long> imports) {
        return rights.require(actor, Permission.SEE_JOBS)
                .then(rights.has(actor, Permission.SEE_ALL_JOBS))
                .flatMap(all -> database.sql("""
                                SELECT i.*, ARRAY(SELECT s.file_name FROM import_source s WHERE s.import_id = i.job_id AND s.kind = 'file'
                                                    AND s.file_name <> j.title ORDER BY s.source_no) AS files,
                                       NOT EXISTS (SELECT FROM import_source s WHERE s.import_id = i.job_id AND s.kind = 'file') AS typed
                                FROM import i JOIN job j ON j.id = i.job_id WHERE i.job_id = ANY(:ids) AND (:all OR j.created_by = :by)
                                """)
                        .bind("ids", imports.toArray(Long[]::new))
                        .bind("all", all)
                        .bind("by", actor.id().value())
                        .map(row -> new ImportOutline(
                                new ImportId(Objects.requireNonNull(row.get("job_id", Long.class))),
                                List.of(Objects.requireNonNull(row.get("files", String[].class))),
                                Boolean.TRUE.equals(row.get("typed", Boolean.class)),
                                ReviewQuery.options(row)))
                        .all()
                        .collectList());
    }
}
