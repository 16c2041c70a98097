package app.rollcall.importing;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Uploads that were cut off together with their node, by the database's clock: nobody will finish them. */
@Component
class BrokenUploads {

    /** Until then the list's screen says that it was broken off. */
    private static final Duration TOLD = Duration.ofDays(1);

    private final DatabaseClient database;
    private final Duration idle;

    BrokenUploads(DatabaseClient database, ImportProperties properties) {
        this.database = database;
        this.idle = properties.uploadIdle();
    }

    /** Makes way for what comes once more under its key, and takes away those that were broken off long ago. */
    Mono<Void> sweep(UUID requestKey) {
        return database.sql("""
                        WITH gone AS (
                          DELETE FROM import_source s WHERE s.state = 'uploading'
                            AND s.arrived_at < clock_timestamp() - make_interval(secs => CASE WHEN s.request_key = :key THEN :idle ELSE :told END)
                          RETURNING s.import_id)
                        DELETE FROM job j USING gone WHERE j.id = gone.import_id AND j.state = 'preparing' AND j.step = 'uploading'
                        """)
                .bind("key", requestKey)
                .bind("idle", idle.toMillis() / 1000d)
                .bind("told", idle.plus(TOLD).toMillis() / 1000d)
                .then();
    }
}
