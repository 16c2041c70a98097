package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.faults.OwnPostgres;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@DisplayName("LV-08 Two nodes on one database")
class TwoNodesIT {

    private static final int ROWS = 20_000;
    private static final String ANA = "ana.ruiz@example.org";
    private static final String PASSWORD = "two nodes, one organisation";

    @RegisterExtension
    static final Chrome CHROME = new Chrome();

    @Test
    @DisplayName("LV-03 LV-08 F12 an import begun at one node shows live at the other, outlives its own, and ends once")
    void survivesItsNode() throws Exception {
        try (OwnPostgres postgres = OwnPostgres.start()) {
            try (RunningApp first = node(postgres, "1");
                    RunningApp second = node(postgres, "2")) {
                people(postgres);
                Page here = directory(first);
                Page there = directory(second);
                JobTrayIn seen = new JobTrayIn(there);
                Inviting inviting = Inviting.review(
                        here,
                        ImportFile.of(ROWS, "nodes" + ProcessHandle.current().pid()));
                inviting.skipRowsWithErrors();
                seen.watch();
                inviting.confirm().click();
                seen.awaitPercent(10);

                first.kill();
                seen.open();
                String job = there.locator("li.job").first().getAttribute("data-job");
                assertThat(seen.ended(job)).contains("%,d of %,d rows".formatted(ROWS, ROWS));
                assertThat(seen.percents()).isSorted();
                assertThat(there.locator("#content .count").first()).hasText("%,d".formatted(ROWS - ROWS / 1_000));
                assertThat(number(postgres, "SELECT count(*) FROM person WHERE learner"))
                        .isEqualTo(ROWS - ROWS / 1_000);
                assertThat(number(postgres, "SELECT count(*) FROM invitation")).isEqualTo(ROWS - ROWS / 1_000);
            }
        }
    }

    private static RunningApp node(OwnPostgres postgres, String name) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node-" + name + "-");
        return RunningApp.on(folder)
                .with("--rollcall.database.url=" + postgres.url(), "--rollcall.import.chunk-rows=200")
                .start();
    }

    private static void people(OwnPostgres postgres) throws SQLException {
        String hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
        run(postgres, "INSERT INTO organisation (name) VALUES ('Two nodes')");
        run(
                postgres,
                "INSERT INTO person (email, first_name, last_name, status, learner) VALUES ('%s', 'Ana', 'Ruiz', 'active', false)"
                        .formatted(ANA));
        run(postgres, "INSERT INTO person_role (person_id, role) SELECT id, 'owner' FROM person");
        run(postgres, "INSERT INTO credential (person_id, password_hash) SELECT id, '%s' FROM person".formatted(hash));
        run(postgres, "INSERT INTO course (code, title, kind) VALUES ('FIRE-2026', 'Fire safety', 'self_paced')");
    }

    private static Page directory(RunningApp node) {
        Page page = CHROME.person().newPage();
        page.navigate(node.url() + "/" + Visit.SIGN_IN);
        page.locator("input[name=email]").first().fill(ANA);
        page.locator("input[name=password]").first().fill(PASSWORD);
        page.locator("input[name=password]").first().press("Enter");
        page.waitForURL("**/" + Visit.LEARNERS);
        return page;
    }

    private static void run(OwnPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(OwnPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(OwnPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", "");
    }
}
