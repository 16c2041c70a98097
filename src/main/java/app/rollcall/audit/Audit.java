package app.rollcall.audit;

import static io.r2dbc.spi.R2dbcType.BIGINT;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Appends to the audit. Call it inside the transaction of the deed: then neither is ever without the other. */
@Component
public class Audit {

    private static final Logger log = LoggerFactory.getLogger(Audit.class);

    private final DatabaseClient database;

    Audit(DatabaseClient database) {
        this.database = database;
    }

    /** Writes the line and gives its id, which grows with time within one node. */
    public Mono<Long> record(AuditLine line) {
        Map<String, String> details = new TreeMap<>(line.details());
        return database.sql("""
                        INSERT INTO audit_entry
                          (actor_id, on_behalf_of_id, through_id, verb, subject_kind, subject_id, subject_count, details)
                        VALUES (:actor, :behalf, :through, :verb, :kind, :subject, :count, jsonb_object(:keys, :values))
                        RETURNING id
                        """)
                .bind("actor", nullable(line.actorId()))
                .bind("behalf", nullable(line.onBehalfOfId()))
                .bind("through", nullable(line.throughId()))
                .bind("verb", line.verb().code())
                .bind("kind", line.subjectKind().code())
                .bind("subject", nullable(line.subjectId()))
                .bind("count", line.count())
                .bind("keys", texts(details.keySet().stream()))
                .bind("values", texts(details.values().stream()))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .doOnNext(id -> log.info(
                        "Audit {}: person {}{} {} {} {} ({}) {}",
                        id,
                        line.actorId(),
                        line.throughId() == null ? "" : " through program " + line.throughId(),
                        line.verb().code(),
                        line.subjectKind().code(),
                        line.subjectId(),
                        line.count(),
                        LogText.escaped(details.toString())));
    }

    /**
     * Writes a line about the whole, and one about each thing, so that it stands in each one's history too. Gives the id of the line
     * about the whole; what was done to a single thing has that thing's line alone.
     *
     * @param line says nothing of a subject yet
     * @param subjects at least one
     */
    public Mono<Long> recordEach(AuditLine line, Collection<Long> subjects) {
        if (subjects.size() == 1) {
            return record(line.about(subjects.iterator().next()));
        }
        return record(line.counting(subjects.size()))
                .flatMap(whole -> database.sql("""
                                INSERT INTO audit_entry (actor_id, on_behalf_of_id, through_id, verb, subject_kind, subject_id, details)
                                SELECT w.actor_id, w.on_behalf_of_id, w.through_id, w.verb, w.subject_kind, s.id,
                                  w.details || jsonb_build_object('whole', w.id::text)
                                FROM audit_entry w CROSS JOIN unnest(:subjects) s (id) WHERE w.id = :whole ORDER BY s.id
                                """)
                        .bind("subjects", subjects.toArray(Long[]::new))
                        .bind("whole", whole)
                        .then()
                        .thenReturn(whole));
    }

    private static Parameter nullable(@Nullable Long value) {
        return value == null ? Parameters.in(BIGINT) : Parameters.in(BIGINT, value);
    }

    /** PostgreSQL's text cannot hold NUL; a detail that has one must not undo the deed it tells of. */
    private static String[] texts(Stream<String> values) {
        return values.map(value -> value.replace('\0', '\uFFFD')).toArray(String[]::new);
    }
}
