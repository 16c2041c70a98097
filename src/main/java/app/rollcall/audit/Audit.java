package app.rollcall.audit;

import static io.r2dbc.spi.R2dbcType.BIGINT;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
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

    private static Parameter nullable(@Nullable Long value) {
        return value == null ? Parameters.in(BIGINT) : Parameters.in(BIGINT, value);
    }

    /** PostgreSQL's text cannot hold NUL; a detail that has one must not undo the deed it tells of. */
    private static String[] texts(Stream<String> values) {
        return values.map(value -> value.replace('\0', '\uFFFD')).toArray(String[]::new);
    }
}
