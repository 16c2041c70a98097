package app.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.database.DedicatedConnections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ground that other tests stand on. */
@RollcallTest
class RollcallTestTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private DatabaseClient client;

    @Autowired
    private DedicatedConnections dedicated;

    @BeforeEach
    void empty() {
        database.reset();
    }

    @Test
    void whatIsPutInBesideIsReadByTheApplication() {
        database.learner("Anaïs.Fontaine@example.org", "Anaïs", "Fontaine");
        String search = client.sql("SELECT search FROM person WHERE email = CAST(:email AS citext)")
                .bind("email", "anaïs.fontaine@EXAMPLE.org")
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block();
        assertThat(search).isEqualTo("anais fontaine anais.fontaine@example.org");
    }

    @Test
    void citextIsReadAsAString() {
        database.learner("Amara.Okafor@example.org", "Amara", "Okafor");
        String email = client.sql("SELECT email FROM person")
                .map(row -> String.valueOf(row.get("email", String.class)))
                .one()
                .block();
        assertThat(email).isEqualTo("Amara.Okafor@example.org");
    }

    @Test
    void resetEmptiesEvenTheAuditAndStartsIdsAgain() {
        database.course("FIRE-2026", "Fire safety");
        database.run("INSERT INTO audit_entry (verb, subject_kind) VALUES ('paused', 'person')");
        database.reset();
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
        assertThat(database.course("GDPR-101", "Data protection")).isEqualTo(1);
    }

    @Test
    void theServerEndsWhatTakesTooLongInThePoolOnly() {
        assertThat(setting(client.sql("SHOW statement_timeout")
                        .map(row -> row.get(0, String.class))
                        .one()))
                .isEqualTo("30s");
        assertThat(setting(client.sql("SHOW lock_timeout")
                        .map(row -> row.get(0, String.class))
                        .one()))
                .isEqualTo("10s");
        assertThat(setting(Mono.usingWhen(
                        dedicated.open(),
                        connection -> Flux.from(connection
                                        .createStatement("SHOW statement_timeout")
                                        .execute())
                                .flatMap(result -> result.map((row, metadata) -> row.get(0, String.class)))
                                .single(),
                        connection -> connection.close())))
                .isEqualTo("0");
    }

    private static String setting(Mono<String> query) {
        return String.valueOf(query.block());
    }
}
