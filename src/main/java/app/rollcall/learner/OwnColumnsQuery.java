package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The SQL of the columns that people chose. */
@Component
class OwnColumnsQuery {

    private final DatabaseClient database;

    OwnColumnsQuery(DatabaseClient database) {
        this.database = database;
    }

    Flux<DirectoryColumns> find(PersonId person) {
        return database.sql("SELECT listing, columns FROM directory_columns WHERE person_id = :person")
                .bind("person", person.value())
                .map(row -> DirectoryColumns.of(
                        DirectoryTable.valueOf(Objects.requireNonNull(row.get("listing", String.class))
                                .toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(row.get("columns", String.class))))
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    Mono<Void> keep(PersonId person, DirectoryColumns chosen) {
        return database.sql("""
                        INSERT INTO directory_columns (person_id, listing, columns) VALUES (:person, :listing, :columns)
                        ON CONFLICT (person_id, listing) DO UPDATE SET columns = excluded.columns
                        """)
                .bind("person", person.value())
                .bind("listing", chosen.table().code())
                .bind("columns", chosen.codes())
                .then();
    }

    Mono<Void> forget(PersonId person, DirectoryTable table) {
        return database.sql("DELETE FROM directory_columns WHERE person_id = :person AND listing = :listing")
                .bind("person", person.value())
                .bind("listing", table.code())
                .then();
    }
}
