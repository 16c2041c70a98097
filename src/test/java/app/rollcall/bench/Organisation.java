package app.rollcall.bench;

import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Who is there when many screens are watched: who watches, who does something, and to whom it is done. */
final class Organisation {

    private static final int CHANGED = 8;

    private final DataSource dataSource;
    private final Ground ground;

    Organisation(DataSource dataSource) {
        this.dataSource = dataSource;
        this.ground = new Ground(dataSource);
    }

    /** A learner who stands at the top of every list, whoever else comes in. */
    record Shown(PersonId id, String email) {}

    /** @param learners how many there are beside those who are changed */
    void make(int learners, int watchers) throws SQLException {
        new Million(dataSource, learners).make();
        String hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(Screens.PASSWORD);
        run("INSERT INTO organisation (name) VALUES ('Many screens') ON CONFLICT DO NOTHING");
        run(
                "INSERT INTO person (email, first_name, last_name, status, learner) SELECT 'watcher' || n || '@example.org', 'Watcher', 'No ' || n, 'active', false"
                        + " FROM generate_series(0, " + (watchers - 1) + ") n");
        run(
                "INSERT INTO person (email, first_name, last_name, status, learner) VALUES ('owner@example.org', 'Olga', 'Owner', 'active', false)");
        run("INSERT INTO person_role (person_id, role) SELECT id, 'owner' FROM person WHERE first_name = 'Olga'");
        run("INSERT INTO person_role (person_id, role) SELECT id, 'admin' FROM person WHERE first_name = 'Watcher'");
        run("INSERT INTO credential (person_id, password_hash) SELECT id, '" + hash
                + "' FROM person WHERE NOT learner");
        run(
                "INSERT INTO person (email, first_name, last_name, status) SELECT 'aaa' || n || '@example.org', 'Aaa', 'Aaa' || n, 'active' FROM generate_series(1, "
                        + CHANGED + ") n");
        for (int course = 0; course < LearnerList.COURSES; course++) {
            run("INSERT INTO course (code, title, kind) VALUES ('%1$s', '%1$s', 'self_paced') ON CONFLICT DO NOTHING"
                    .formatted(LearnerList.course(course)));
        }
        run("VACUUM (ANALYZE)");
    }

    Actor owner() throws SQLException {
        return new Actor(id("owner@example.org"), "Olga Owner", Set.of(Role.OWNER), Locale.ENGLISH, ZoneOffset.UTC);
    }

    List<Shown> shown() {
        return IntStream.rangeClosed(1, CHANGED)
                .mapToObj(n -> new Shown(id("aaa" + n + "@example.org"), "aaa" + n + "@example.org"))
                .toList();
    }

    private PersonId id(String email) {
        try {
            return new PersonId(Long.parseLong(ground.text("SELECT id FROM person WHERE email = '" + email + "'")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
