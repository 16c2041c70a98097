package app.rollcall.invitation;

import app.rollcall.mail.FailedLetter;
import app.rollcall.mail.MailKind;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The statements about invitations that did not arrive for sure. */
@Component
class TroubleQuery {

    private final DatabaseClient database;

    TroubleQuery(DatabaseClient database) {
        this.database = database;
    }

    /** Those of people who are still to be invited; of whom else there is nothing to send to. */
    Flux<FailedLetter> failed(int most) {
        return database.sql("""
                        SELECT i.id, i.kind, p.email::text AS email, i.state, coalesce(i.bounced_at, i.unconfirmed_at) AS at, coalesce(i.bounce_reason, '') AS reason
                        FROM invitation i JOIN person p ON p.id = i.person_id AND p.status = 'pending'
                        WHERE i.state IN ('bounced', 'unconfirmed') ORDER BY i.id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map(row -> new FailedLetter(
                        InvitationBox.KIND,
                        Objects.requireNonNull(row.get("id", Long.class)),
                        MailKind.of(text(row, "kind")),
                        text(row, "email"),
                        "unconfirmed".equals(text(row, "state")),
                        InvitationQuery.time(row, "at"),
                        text(row, "reason")))
                .all();
    }

    /** Whom a failed one was for; nothing when it is not failed any more. */
    Mono<PersonId> person(long id) {
        return database.sql(
                        "SELECT person_id FROM invitation WHERE id = :id AND state IN ('bounced', 'unconfirmed') AND person_id IS NOT NULL")
                .bind("id", id)
                .map(row -> new PersonId(Objects.requireNonNull(row.get(0, Long.class))))
                .one();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
