package app.rollcall.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** A control: the least a careful person would write by hand to an import's end. One transaction, and durable. */
final class PlainSql {

    /** On the product's own tables, with all their indexes and keys. */
    static final PlainSql OUR_TABLES = new PlainSql("""
            CREATE TEMP TABLE staging (row_no bigint GENERATED ALWAYS AS IDENTITY, email text, first_name text, last_name text,
              item_type text, item_id text) ON COMMIT DROP""", """
            INSERT INTO person (email, first_name, last_name, status)
            SELECT DISTINCT ON (lower(email)) email, first_name, last_name, 'pending' FROM staging ORDER BY lower(email), row_no
            ON CONFLICT (lower(email::text)) DO NOTHING""", """
            INSERT INTO invitation (person_id, invited_by)
            SELECT p.id, (SELECT id FROM person WHERE email = 'mira.solberg@example.org')
            FROM (SELECT DISTINCT lower(email) AS email FROM staging) s JOIN person p ON lower(p.email::text) = s.email""", """
            INSERT INTO enrolment (person_id, course_id, assigned_by)
            SELECT p.id, c.id, (SELECT id FROM person WHERE email = 'mira.solberg@example.org')
            FROM staging s JOIN person p ON lower(p.email::text) = lower(s.email) JOIN course c ON c.code = s.item_id::citext
            ON CONFLICT DO NOTHING""");

    /**
     * On tables of its own, which hold what such an import is about and nothing besides, with a token and a mail for each: no
     * directory to search, no history, no staged rows to show. Whoever is as fast does less.
     */
    static final PlainSql BARE_TABLES = new PlainSql(
            "TRUNCATE bare.staging RESTART IDENTITY; SET LOCAL search_path = bare, public",
            "INSERT INTO course (code) SELECT DISTINCT item_id FROM staging WHERE item_id <> '' ON CONFLICT DO NOTHING",
            """
            INSERT INTO learner (email, first_name, last_name)
            SELECT email, first_name, last_name
            FROM (SELECT DISTINCT ON (lower(email)) email, first_name, last_name, row_no FROM staging ORDER BY lower(email), row_no) s
            ON CONFLICT DO NOTHING""",
            """
            INSERT INTO enrolment (learner_id, course_id)
            SELECT l.id, c.id FROM staging s JOIN learner l ON lower(l.email) = lower(s.email) JOIN course c ON c.code = s.item_id
            ON CONFLICT DO NOTHING""",
            """
            CREATE TEMP TABLE tok ON COMMIT DROP AS
            SELECT l.id AS learner_id, l.email, encode(gen_random_bytes(24), 'hex') AS token
            FROM (SELECT DISTINCT lower(email) AS email FROM staging) s JOIN learner l ON lower(l.email) = s.email""",
            "INSERT INTO invitation (learner_id, token_hash) SELECT learner_id, sha256(token::bytea) FROM tok ON CONFLICT DO NOTHING",
            """
            INSERT INTO outbox (recipient, payload)
            SELECT email, jsonb_build_object('kind', 'invitation', 'learner', learner_id, 'token', token) FROM tok""");

    /** Made anew before each run on them. */
    private static final String MAKE_BARE_TABLES = """
            DROP SCHEMA IF EXISTS bare CASCADE;
            CREATE SCHEMA bare;
            CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public;
            CREATE TABLE bare.learner (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL, first_name text NOT NULL,
              last_name text NOT NULL, status text NOT NULL DEFAULT 'invited', created_at timestamptz NOT NULL DEFAULT now());
            CREATE UNIQUE INDEX learner_email_uq ON bare.learner (lower(email));
            CREATE TABLE bare.course (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text NOT NULL UNIQUE);
            CREATE TABLE bare.enrolment (learner_id bigint NOT NULL REFERENCES bare.learner, course_id int NOT NULL REFERENCES bare.course,
              status text NOT NULL DEFAULT 'enrolled', required boolean NOT NULL DEFAULT false, due date, UNIQUE (learner_id, course_id));
            CREATE TABLE bare.invitation (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, learner_id bigint NOT NULL REFERENCES bare.learner,
              token_hash bytea NOT NULL UNIQUE, sent_at timestamptz);
            CREATE TABLE bare.outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, recipient text NOT NULL, payload jsonb NOT NULL);
            CREATE UNLOGGED TABLE bare.staging (row_no bigint GENERATED ALWAYS AS IDENTITY, email text, first_name text, last_name text,
              item_type text, item_id text)""";

    private static final String COPY =
            "COPY staging (email, first_name, last_name, item_type, item_id) FROM STDIN (FORMAT csv, HEADER)";

    private final String staging;
    private final List<String> steps;

    private PlainSql(String staging, String... steps) {
        this.staging = staging;
        this.steps = List.of(steps);
    }

    Duration run(DataSource dataSource, LearnerList list) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                Reader file = Files.newBufferedReader(list.file())) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            statement.execute(staging);
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, file);
            statement.execute("ANALYZE staging");
            for (String step : steps) {
                statement.execute(step);
            }
            connection.commit();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    static void makeBareTables(DataSource dataSource) throws SQLException {
        execute(dataSource, MAKE_BARE_TABLES);
    }

    static void dropBareTables(DataSource dataSource) throws SQLException {
        execute(dataSource, "DROP SCHEMA IF EXISTS bare CASCADE");
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
