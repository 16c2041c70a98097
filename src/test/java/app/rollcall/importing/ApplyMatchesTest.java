package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of people who are here already, once a list is confirmed. */
class ApplyMatchesTest extends MatchScene {

    @Autowired
    private DataSource dataSource;

    @Test
    @DisplayName(
            "MA-13 Who is found by the employee ID is the one who is changed and enrolled, whatever the address says")
    void byEmployeeId() {
        long anna = known("anna@example.org", "00042");
        Import over = run(chosen(
                people("anna.new@example.org,Anna,Berger,00042,555 01,,course,FIRE-2026"), Matching.Mode.UPSERT));

        assertThat(person(anna, "email, last_name, employee_id, phone, version"))
                .isEqualTo("anna.new@example.org|Berger|00042|555 01|1");
        assertThat(rows(over)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(over.invited()).isZero();
        assertThat(database.number("SELECT person_id FROM enrolment")).isEqualTo(anna);
        assertThat(count("person WHERE learner")).isEqualTo(1);
    }

    @Test
    @DisplayName("MA-13 New people only: who is found is enrolled and otherwise left as they are")
    void insertOnly() {
        long anna = known("anna@example.org", "00042");
        Import over = run(
                chosen(people("anna.new@example.org,Ann,Berger,00042,1,Sales,course,FIRE-2026"), Matching.Mode.INSERT));

        assertThat(person(anna, "email, first_name, last_name, phone, version"))
                .isEqualTo("anna@example.org|Anna|Berg|0");
        assertThat(rows(over)).containsExactly(1L, 0L, 0L, 0L);
        assertThat(count("person_category")).isZero();
    }

    @Test
    @DisplayName(
            "MA-13, MA-19 Those here only: they are changed, others are failures and are not added; every row is counted once (R8)")
    void updateOnly() {
        long anna = known("anna@example.org", "00042");
        Import over = run(chosen(
                people("anna@example.org,Anna,Berger,,,,,", "new@example.org,N,N,,,,,", ",Nobody,Here,77,,,,"),
                Matching.Mode.UPDATE));

        assertThat(person(anna, "last_name")).isEqualTo("Berger");
        assertThat(failures(over.id())).first().isEqualTo("3 new@example.org person_not_found");
        assertThat(rows(over)).containsExactly(0L, 1L, 0L, 2L);
        assertThat(count("person WHERE learner")).isEqualTo(1);
        assertThat(over.successful() + over.job().failed()).isEqualTo(over.rows());
    }

    @Test
    @DisplayName("Case 63 Who is here with the same data is not touched, and gets no mail")
    void unchanged() {
        long anna = known("anna@example.org", "00042");
        Import over = run(chosen(people("Anna@Example.org,Anna,Berg,00042,,,,"), Matching.Mode.UPSERT));

        assertThat(states()).isEqualTo("skipped");
        assertThat(rows(over)).containsExactly(0L, 0L, 1L, 0L);
        assertThat(person(anna, "version")).isEqualTo("0");
        assertThat(count("invitation")).isZero();
    }

    @Test
    @DisplayName(
            "Case 64 Another name is taken over; blank cells erase only if so chosen, and never what the file has no column for")
    void erases() {
        long anna = known("anna@example.org", "00042");
        database.run("UPDATE person SET phone = '555', city = 'Oslo' WHERE id = ?", anna);
        byte[] file = people("anna@example.org,Anna,Berger,,,,,");

        run(chosen(file, Matching.Mode.UPSERT));
        assertThat(person(anna, "last_name, employee_id, phone, city")).isEqualTo("Berger|00042|555|Oslo");
        database.run("DELETE FROM job");
        run(chosen(file, new Matching(Matching.DEFAULT.by(), Matching.Mode.UPSERT, true, false)));
        assertThat(person(anna, "last_name, city, coalesce(employee_id, phone, 'none')"))
                .isEqualTo("Berger|Oslo|none");
    }

    @Test
    @DisplayName("Only empty fields are filled, also when somebody filled one after the check")
    void fills() {
        long anna = known("anna@example.org", "00042");
        ImportId id = chosen(people("anna@example.org,Ann,Berger,00043,555,,,"), Matching.Mode.FILL);
        says(2, "{\"city\": \"Oslo\"}");
        Import over = runAfter(id, () -> database.run("UPDATE person SET city = 'Bergen' WHERE id = ?", anna));

        assertThat(person(anna, "first_name, last_name, employee_id, phone, city"))
                .isEqualTo("Anna|Berg|00042|555|Bergen");
        assertThat(rows(over)).containsExactly(0L, 1L, 0L, 0L);
    }

    @Test
    @DisplayName(
            "C3 A field that was edited by hand after the check is kept and told; overwritten, it is nobody's edit any more")
    void editedMeanwhile() {
        long anna = known("anna@example.org", "00042");
        byte[] file = people("anna@example.org,Anna,Berger,,555,,,");
        ImportId id = chosen(file, Matching.Mode.UPSERT);
        runAfter(
                id,
                () -> database.run(
                        "UPDATE person SET last_name = 'Berg-Lie', edited = '{last_name}' WHERE id = ?", anna));

        assertThat(person(anna, "last_name, phone, edited")).isEqualTo("Berg-Lie|555|{last_name}");
        assertThat(findings(id)).isEqualTo(Map.of(2, List.of("warning edited_kept")));
        database.run("DELETE FROM job");
        run(chosen(file, new Matching(Matching.DEFAULT.by(), Matching.Mode.UPSERT, false, true)));
        assertThat(person(anna, "last_name, coalesce(edited::text, 'none')")).isEqualTo("Berger|none");
    }

    @Test
    @DisplayName("A name that was given to somebody else after the check fails its row, and only that")
    void takenMeanwhile() {
        long anna = known("anna@example.org", "1");
        long bo = known("bo@example.org", "2");
        ImportId id = chosen(
                people("anna@example.org,Anna,Berg,11,,,course,FIRE-2026", "bo@example.org,Bo,Berg,12,,,,"),
                Matching.Mode.UPSERT);
        Import over = runAfter(id, () -> known("cleo@example.org", "11"));

        assertThat(failures(id)).containsExactly("2 anna@example.org person_ids_taken");
        assertThat(person(anna, "employee_id")).isEqualTo("1");
        assertThat(person(bo, "employee_id")).isEqualTo("12");
        assertThat(count("enrolment")).isZero();
        assertThat(rows(over)).containsExactly(0L, 1L, 0L, 1L);
    }

    @Test
    @DisplayName(
            "A name that somebody is given at this very moment: the chunk waits, sees it taken, and fails that row alone")
    void takenThisMoment() throws SQLException {
        long anna = known("anna@example.org", "1");
        ImportId id =
                chosen(people("anna@example.org,Anna,Berger,11,,,,", "new@example.org,N,N,,,,,"), Matching.Mode.UPSERT);
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO person (email, status, employee_id) VALUES ('cleo@example.org', 'active', '11')");
            Future<?> commit = CompletableFuture.runAsync(() -> {
                await().until(() -> database.number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 1);
                assertThatCode(other::commit).doesNotThrowAnyException();
            });
            Import over = runAfter(id, () -> {});

            assertThat(commit).succeedsWithin(Duration.ofSeconds(5));
            assertThat(failures(id)).containsExactly("2 anna@example.org person_ids_taken");
            assertThat(person(anna, "last_name, employee_id")).isEqualTo("Berg|1");
            assertThat(rows(over)).containsExactly(1L, 0L, 0L, 1L);
        }
    }

    @Test
    @DisplayName("Two people cannot be given one username in two spellings: the second row fails, the chunk goes on")
    void takenWithin() {
        known("anna@example.org", "1");
        known("bo@example.org", "2");
        ImportId id = chosen(
                people("anna@example.org,Anna,Berg,,,,,", "bo@example.org,Anna,Berg,,,,,", "new@example.org,N,N,,,,,"),
                Matching.Mode.UPSERT);
        says(2, "{\"username\": \"Berg\"}");
        says(3, "{\"username\": \"berg\"}");
        says(4, "{\"username\": \"BERG\"}");
        Import over = run(id);

        assertThat(rows(over)).containsExactly(0L, 1L, 0L, 2L);
        assertThat(database.text("SELECT username FROM person WHERE email = 'anna@example.org'"))
                .isEqualTo("Berg");
        assertThat(count("person WHERE learner")).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "Who is invited and has another address now: the link that was sent is superseded, a new invitation goes to the new address")
    void invitedAnew() {
        long sent = database.person("sent@example.org", "Se", "Nt", "pending", true);
        long queued = database.person("queued@example.org", "Que", "Ued", "pending", true);
        database.run("UPDATE person SET employee_id = 'E' || id WHERE learner");
        database.run("INSERT INTO invitation (person_id, state) VALUES (?, 'opened'), (?, 'queued')", sent, queued);
        Import over = run(chosen(
                people("sent2@example.org,Se,Nt,E" + sent + ",,,,", "queued2@example.org,Que,Ued,E" + queued + ",,,,"),
                Matching.Mode.UPDATE));

        assertThat(database.text("SELECT string_agg(p.email || ' ' || i.state, ', ' ORDER BY i.id)"
                        + " FROM invitation i JOIN person p ON p.id = i.person_id"))
                .isEqualTo("sent2@example.org superseded, queued2@example.org queued, sent2@example.org queued");
        assertThat(over.invited()).isEqualTo(1);
        assertThat(rows(over)).containsExactly(0L, 2L, 0L, 0L);
    }
}
