package app.rollcall.importing;

import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ways of reading a file that the organisation keeps under a name, for everybody who imports. */
@Component
public class ReadingPresets {

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 60;

    private final DatabaseClient database;
    private final Rights rights;

    ReadingPresets(DatabaseClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /** All of them, by name. */
    public Mono<List<ReadingPreset>> all(Actor actor) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(database.sql("SELECT name::text, charset, delimiter, columns FROM reading_preset ORDER BY name")
                        .map(row -> new ReadingPreset(
                                Objects.requireNonNull(row.get("name", String.class)),
                                ImportSources.choice(
                                        row.get("charset", String.class),
                                        row.get("delimiter", String.class),
                                        row.get("columns", String.class))))
                        .all()
                        .collectList());
    }

    /**
     * Keeps it under its name, in place of one that had the name before.
     *
     * @throws IllegalArgumentException for a name of no or too many characters
     */
    public Mono<Void> save(Actor actor, String name, ReadingChoice choice) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters");
        }
        ColumnChoice columns = choice.columns();
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(database.sql("""
                                INSERT INTO reading_preset (name, charset, delimiter, columns, created_by) VALUES (:name::citext, :charset, :delimiter, :columns, :by)
                                ON CONFLICT (name) DO UPDATE SET charset = excluded.charset, delimiter = excluded.delimiter, columns = excluded.columns
                                """)
                        .bind("name", kept)
                        .bind("charset", text(choice.dialect().charset()))
                        .bind("delimiter", text(choice.dialect().delimiter()))
                        .bind("columns", text(columns == null ? null : columns.format()))
                        .bind("by", actor.id().value())
                        .then());
    }

    private static Parameter text(@Nullable Object value) {
        return Parameters.in(R2dbcType.VARCHAR, value == null ? null : value.toString());
    }

    /** Forgets it; lists that were read in its way stay as they are. */
    public Mono<Void> delete(Actor actor, String name) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(database.sql("DELETE FROM reading_preset WHERE name = :name::citext")
                        .bind("name", name)
                        .then());
    }
}
