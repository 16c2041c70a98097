package app.rollcall.security;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Where somebody is, as they say themselves (LS-09). It takes nobody's id but the actor's own. */
@Component
public class OwnLocation {

    private final DatabaseClient database;
    private final Audit audit;
    private final LiveEvents live;
    private final TransactionalOperator transaction;

    OwnLocation(DatabaseClient database, Audit audit, LiveEvents live, TransactionalOperator transaction) {
        this.database = database;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
    }

    /** What they said; empty when they did not. */
    public Mono<Location> find(Actor actor) {
        return database.sql("SELECT location FROM person WHERE id = :person AND location IS NOT NULL")
                .bind("person", actor.id().value())
                .map(row -> new Location(Objects.requireNonNull(row.get(0, String.class))))
                .one();
    }

    /** Says it, or takes it back; every screen that shows the person is told. Nothing is recorded when that changes nothing. */
    public Mono<Void> tell(Actor actor, Optional<Location> location) {
        long person = actor.id().value();
        return database.sql("""
                        UPDATE person SET location = :location, changed_at = now()
                        WHERE id = :person AND location IS DISTINCT FROM :location
                        """)
                .bind(
                        "location",
                        Parameters.in(
                                R2dbcType.VARCHAR, location.map(Location::value).orElse(null)))
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .flatMap(_ -> audit.record(AuditLine.by(person, Verb.LOCATION_CHANGED, SubjectKind.PERSON, person)))
                .flatMap(entry -> live.publish(LiveEvent.LearnersChanged.of(List.of(person), entry)))
                .as(transaction::transactional);
    }
}
