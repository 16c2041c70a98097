package app.rollcall.mail;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what a trial catches, the newest thousand, and reads it again. */
@Component
class CaughtQuery {

    private static final int KEPT = 1_000;

    private final DatabaseClient database;

    CaughtQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> keep(Letter letter) {
        return database.sql("""
                        WITH swept AS (
                          DELETE FROM caught_mail WHERE id <= (SELECT max(id) FROM caught_mail) - CAST(:kept AS bigint))
                        INSERT INTO caught_mail (kind, recipient, to_name, subject, body_text)
                        VALUES (:kind, :recipient, :name, :subject, :text)
                        """)
                .bind("kept", KEPT)
                .bind("kind", letter.kind())
                .bind("recipient", letter.to().value())
                .bind("name", letter.toName())
                .bind("subject", letter.subject())
                .bind("text", letter.text())
                .then();
    }

    Mono<List<CaughtMail>> newest(int most) {
        return database.sql("""
                        SELECT id, kind, recipient, to_name, subject, body_text, caught_at FROM caught_mail
                        ORDER BY id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map(row -> new CaughtMail(
                        Objects.requireNonNull(row.get("id", Long.class)),
                        text(row, "kind"),
                        text(row, "recipient"),
                        text(row, "to_name"),
                        text(row, "subject"),
                        text(row, "body_text"),
                        Objects.requireNonNull(row.get("caught_at", Instant.class))))
                .all()
                .collectList();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
