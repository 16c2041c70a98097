package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.faults.OwnPostgres;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@DisplayName("LV-08 Two nodes on one database")
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {

    private static final int ROWS = 12_000;
    private static final String ANA = "ana.ruiz@example.org";
    private static final String PASSWORD = "two nodes, one organisation";
    private static final String CHOSEN = "seventeen violet lanterns";

    @RegisterExtension
    static final Chrome CHROME = new Chrome();

    private static OwnPostgres postgres;
    private static RunningApp first;
    private static RunningApp second;

    /** Both start at once, and on an empty database: one of them makes the tables. */
    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.start();
        CompletableFuture<RunningApp> other = CompletableFuture.supplyAsync(() -> node("2"));
        first = node("1");
        second = other.join();
        people();
    }

    @AfterAll
    static void stop() throws IOException {
        Stream.of(second, first).filter(Objects::nonNull).forEach(RunningApp::close);
        postgres.close();
    }

    @Test
    @Order(1)
    @DisplayName(
            "LV-08 ASVS 7.4.3 a password changed at one node ends the person's other sessions at both, and opens neither")
    void sessionsEnd() {
        Page here = directory(first, PASSWORD);
        Page besides = directory(first, PASSWORD);
        Page there = directory(second, PASSWORD);

        here.navigate(first.url() + "/profile");
        here.locator("#current-password input").fill(PASSWORD);
        here.locator("#new-password input").fill(CHOSEN);
        here.locator("#change-password").click();

        signedOut(there);
        signedOut(besides);
        here.reload();
        assertThat(here.locator("#change-password")).isVisible();
        signIn(there, second, PASSWORD);
        assertThat(there.locator("main [role=alert]")).isVisible();
        signIn(there, second, CHOSEN);
        there.waitForURL("**/" + Visit.LEARNERS);

        // Cookies know no ports: the browser brings the first node's session to the second.
        here.navigate(second.url() + "/" + Visit.LEARNERS);
        assertThat(here.locator("#email")).isVisible();
    }

    @Test
    @Order(2)
    @DisplayName("LV-03 LV-08 F12 an import begun at one node shows live at the other, outlives its own, and ends once")
    void survivesItsNode() throws Exception {
        Page here = directory(first, CHOSEN);
        Page there = directory(second, CHOSEN);
        JobTrayIn seen = new JobTrayIn(there);
        Inviting inviting = Inviting.review(
                here, ImportFile.of(ROWS, "nodes" + ProcessHandle.current().pid()));
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
        assertThat(number("SELECT count(*) FROM person WHERE learner")).isEqualTo(ROWS - ROWS / 1_000);
        assertThat(number("SELECT count(*) FROM invitation")).isEqualTo(ROWS - ROWS / 1_000);
    }

    /** The screen may be told of it a moment later. */
    private static void signedOut(Page page) {
        page.waitForCondition(() -> {
            page.reload();
            return page.url().contains(Visit.SIGN_IN);
        });
    }

    private static void signIn(Page page, RunningApp node, String password) {
        page.navigate(node.url() + "/" + Visit.SIGN_IN);
        page.locator("input[name=email]").first().fill(ANA);
        page.locator("input[name=password]").first().fill(password);
        page.locator("input[name=password]").first().press("Enter");
    }

    private static RunningApp node(String name) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "node-" + name + "-");
            return RunningApp.on(folder)
                    .with("--rollcall.database.url=" + postgres.url(), "--rollcall.import.chunk-rows=200")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void people() throws SQLException {
        String hash = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 19_456, 2).encode(PASSWORD);
        run("INSERT INTO organisation (name) VALUES ('Two nodes')");
        run(
                "INSERT INTO person (email, first_name, last_name, status, learner) VALUES ('%s', 'Ana', 'Ruiz', 'active', false)"
                        .formatted(ANA));
        run("INSERT INTO person_role (person_id, role) SELECT id, 'owner' FROM person");
        run("INSERT INTO credential (person_id, password_hash) SELECT id, '%s' FROM person".formatted(hash));
        run("INSERT INTO course (code, title, kind) VALUES ('FIRE-2026', 'Fire safety', 'self_paced')");
    }

    private static Page directory(RunningApp node, String password) {
        Page page = CHROME.person().newPage();
        signIn(page, node, password);
        page.waitForURL("**/" + Visit.LEARNERS);
        return page;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", "");
    }
}
