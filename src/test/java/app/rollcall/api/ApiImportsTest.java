package app.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;

class ApiImportsTest extends ApiScene {

    private static final String MIXED = GOOD + "bo.example.org,Bo,Hansen,,\ncarla@example.org,Carla,Neri,course,NOPE\n";

    @Test
    @DisplayName("API A program brings a file, looks at it, confirms what it saw, and everybody good is in")
    void wholeWay() throws Exception {
        Answer begun = ask(file(MIXED), token);
        assertThat(begun.status()).isEqualTo(202);
        String at = begun.response().getHeader("Location");
        assertThat(begun.<String>at("$.links.self")).isEqualTo(at).isEqualTo(IMPORTS + "/1");
        assertThat(begun.<String>at("$.name")).isEqualTo("people.csv");

        at = reviewed(MIXED, "{}");
        Answer review = ask(get(at), token);
        assertThat(review.<Integer>at("$.counts.rows")).isEqualTo(3);
        assertThat(review.<Integer>at("$.counts.errors")).isEqualTo(2);
        assertThat(review.<Integer>at("$.effects.created")).isEqualTo(1);
        assertThat(review.<String>at("$.links.confirm")).isEqualTo(at + "/confirm");

        int version = review.at("$.version");
        Answer confirmed = confirm(at, "{\"version\": " + version + ", \"on_error\": \"skip_rows\"}");
        assertThat(confirmed.status()).isEqualTo(202);
        Answer over = over(at);
        assertThat(over.<String>at("$.state")).isEqualTo("completed_with_errors");
        assertThat(over.<Integer>at("$.result.imported")).isEqualTo(1);
        assertThat(over.<Integer>at("$.result.failed")).isEqualTo(2);
        assertThat(over.<Integer>at("$.result.invited")).isEqualTo(1);
        assertThat(over.text()).doesNotContain("\"confirm\"", "\"cancel\"");
        assertThat(database.text("SELECT status FROM person WHERE email = 'zoe@example.org'"))
                .isEqualTo("pending");
        assertThat(database.number("SELECT invited_by FROM invitation"))
                .isEqualTo(admin.id().value());

        Answer failed = ask(get(at + "/rows?outcome=failed"), token);
        assertThat(failed.<List<String>>at("$.rows[*].email")).containsExactly("bo.example.org", "carla@example.org");
        assertThat(failed.<List<String>>at("$.rows[*].state")).containsOnly("failed");
        assertThat(failed.<List<String>>at("$.rows[*].findings[0].detail"))
                .allMatch(sentence -> sentence.endsWith("."))
                .first()
                .asString()
                .contains("bo.example.org", "line 3");
    }

    @Test
    @DisplayName("API What the options say holds for the list; an answer repeats them")
    void options() throws Exception {
        String at = reviewed(GOOD, """
                {"match_by": ["employee_id", "email"], "mode": "upsert", "blank_erases": true, "overwrite_edited": true,
                 "invitations": "later", "requirement": "required", "due_on": "2027-03-01", "message": "Welcome",
                 "expires_days": 14, "on_error": "skip_rows"}
                """);
        Answer review = ask(get(at), token);
        assertThat(review.<Map<String, Object>>at("$.options"))
                .containsEntry("match_by", List.of("employee_id", "email"))
                .containsEntry("mode", "upsert")
                .containsEntry("blank_erases", true)
                .containsEntry("overwrite_edited", true)
                .containsEntry("invitations", "later")
                .containsEntry("requirement", "required")
                .containsEntry("due_on", "2027-03-01")
                .containsEntry("message", "Welcome")
                .containsEntry("expires_days", 14)
                .containsEntry("on_error", "skip_rows");
    }

    @Test
    @DisplayName("API With validate false the list waits to be put together on a screen")
    void notValidated() throws Exception {
        Answer begun = ask(file(GOOD).param("options", "{\"validate\": false}"), token);
        String at = begun.response().getHeader("Location");
        await().until(() -> ask(get(at), token).<String>at("$.state").equals("review"));
        assertThat(ask(get(at), token).<String>at("$.step")).isEqualTo("adding");
        assertThat(confirm(at, "{\"version\": 1}").problem()).isEqualTo("409 not-in-review");
    }

    @Test
    @DisplayName("API Options may come as a file of their own; every value that is wrong is told at once")
    void wrongOptions() throws Exception {
        Answer answer = ask(
                file(GOOD)
                        .file(new MockMultipartFile(
                                "options",
                                "options.json",
                                "application/json",
                                "{\"mode\": \"delete\", \"colour\": 1, \"due_on\": \"soon\", \"expires_days\": 0, \"match_by\": []}"
                                        .getBytes())),
                token);
        assertThat(answer.problem()).isEqualTo("422 invalid");
        assertThat(answer.response().getContentType()).startsWith("application/problem+json");
        assertThat(answer.<List<String>>at("$.errors[*].field"))
                .containsExactlyInAnyOrder("mode", "colour", "due_on", "expires_days", "match_by");
        assertThat(answer.<String>at("$.detail")).isEqualTo("5 values are wrong: see errors.");
        assertThat(database.number("SELECT count(*) FROM job")).isZero();
    }

    @Test
    @DisplayName("API Without a file, or with a body that is no JSON, the answer says what to send")
    void noFile() throws Exception {
        assertThat(ask(multipart(IMPORTS), token).<String>at("$.errors[0].field"))
                .isEqualTo("file");
        assertThat(ask(post(IMPORTS).contentType("application/json").content("{}"), token)
                        .problem())
                .isEqualTo("422 invalid");
        assertThat(ask(file(GOOD).param("options", "mode=upsert"), token).problem())
                .isEqualTo("400 body-malformed");
    }

    @Test
    @DisplayName("API A file that is refused says why, in the words of the screen")
    void refused() throws Exception {
        Answer answer = ask(get(reviewed("name,town\nZoe,Oslo\n", "{}")), token);
        assertThat(answer.<String>at("$.state")).isEqualTo("failed");
        assertThat(answer.<String>at("$.reason.code")).isEqualTo("email_column_missing");
        assertThat(answer.<String>at("$.reason.detail")).contains("Name the column with the addresses email");
        assertThat(answer.<String>at("$.sources[0].refused.code")).isEqualTo("email_column_missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"version\": VERSION} | 409 errors-left",
                "{\"version\": VERSION, \"on_error\": \"block\"} | 409 errors-left",
                "{\"version\": 999, \"on_error\": \"skip_rows\"} | 409 list-changed",
                "{\"on_error\": \"skip_rows\"} | 422 invalid",
                "{\"version\": \"1\"} | 422 invalid",
                "[1] | 400 body-malformed"
            })
    @DisplayName("API A confirmation that does not fit is refused, and says why")
    void cannotConfirm(String body, String problem) throws Exception {
        String at = reviewed(MIXED, "{}");
        int version = ask(get(at), token).at("$.version");
        assertThat(confirm(at, body.replace("VERSION", Integer.toString(version)))
                        .problem())
                .isEqualTo(problem);
        assertThat(ask(get(at), token).<String>at("$.state")).isEqualTo("review");
    }

    @Test
    @DisplayName("API A list of errors only cannot be confirmed; a confirmed one not again")
    void confirmedTwice() throws Exception {
        String bad = reviewed("email\nnobody\n", "{}");
        int version = ask(get(bad), token).at("$.version");
        assertThat(confirm(bad, "{\"version\": " + version + ", \"on_error\": \"skip_rows\"}")
                        .problem())
                .isEqualTo("409 nothing-to-import");

        String good = reviewed(GOOD, "{}");
        int seen = ask(get(good), token).at("$.version");
        assertThat(confirm(good, "{\"version\": " + seen + "}").status()).isEqualTo(202);
        assertThat(confirm(good, "{\"version\": " + seen + "}").problem()).isEqualTo("409 not-in-review");
        over(good);
        assertThat(ask(post(good + "/cancel"), token).problem()).isEqualTo("409 over-already");
    }

    @Test
    @DisplayName("API A list can be thrown away before it is confirmed")
    void cancelled() throws Exception {
        String at = reviewed(GOOD, "{}");
        assertThat(ask(post(at + "/cancel"), token).<String>at("$.state")).isEqualTo("cancelled");
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE verb = 'cancelled'"))
                .isEqualTo(1);
        assertThat(ask(post(at + "/cancel"), token).problem()).isEqualTo("409 over-already");
    }

    @Test
    @DisplayName(
            "API An import that runs is paused, goes on and is cancelled; what cannot be done has no link and is refused")
    void steered() throws Exception {
        String at = reviewed(GOOD, "{}");
        assertThat(ask(post(at + "/pause"), token).problem()).isEqualTo("409 over-already");
        database.run("UPDATE job SET state = 'queued', step = 'applying', total = 1");
        assertThat(ask(post(at + "/pause"), token).<String>at("$.state")).isEqualTo("paused");
        Answer paused = ask(get(at), token);
        assertThat(paused.<String>at("$.links.resume")).isEqualTo(at + "/resume");
        assertThat(paused.text()).doesNotContain("/pause\"");
        assertThat(ask(post(at + "/resume"), token).<String>at("$.state")).isIn("queued", "running", "completed");
    }

    @Test
    @DisplayName("API Rows come page by page, each once and in order, for every outcome")
    void pages() throws Exception {
        String csv = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> i % 5 == 0 ? "bad-" + i + ",B,B,," : "p%02d@example.org,P,P,,".formatted(i))
                .collect(Collectors.joining("\n", "email,first_name,last_name,item_type,item_id\n", "\n"));
        database.learner("p01@example.org", "P", "P");
        String at = reviewed(csv, "{}");

        assertThat(all(at + "/rows?limit=7")).hasSize(25).doesNotHaveDuplicates();
        assertThat(all(at + "/rows?outcome=error&limit=2"))
                .containsExactly("bad-5", "bad-10", "bad-15", "bad-20", "bad-25");
        List<String> created = all(at + "/rows?outcome=created&limit=3");
        assertThat(created).hasSize(19).isSorted().doesNotContain("p01@example.org");
        List<String> here = new ArrayList<>(all(at + "/rows?outcome=unchanged"));
        here.addAll(all(at + "/rows?outcome=conflict"));
        assertThat(here).containsExactly("p01@example.org");
        assertThat(all(at + "/rows?outcome=failed")).isEmpty();
        Answer two = ask(get(at + "/rows?outcome=valid&limit=2"), token);
        assertThat(two.<List<String>>at("$.rows[*].effect")).hasSize(2);
    }

    private List<String> all(String first) throws Exception {
        List<String> emails = new ArrayList<>();
        for (String next = first; next != null; ) {
            Answer page = ask(get(next), token);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            emails.addAll(page.at("$.rows[*].email"));
            next = page.at("$.next");
        }
        return emails;
    }

    @Test
    @DisplayName("API A row about somebody who is here says what it would change, before and after")
    void changes() throws Exception {
        database.learner("zoe@example.org", "Zoe", "Berg");
        String at = reviewed(GOOD, "{\"mode\": \"upsert\"}");
        Answer rows = ask(get(at + "/rows?outcome=updated"), token);
        assertThat(rows.<Object>at("$.rows[0].changes[0]").toString())
                .isEqualTo("{field=last_name, before=Berg, after=Quist, kept=false}");
        assertThat(rows.<String>at("$.rows[0].effect")).isEqualTo("updated");
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=odd, outcome",
        "limit=0, limit",
        "limit=501, limit",
        "limit=x, limit",
        "cursor=x, cursor",
        "cursor=99999999999_1, cursor"
    })
    @DisplayName("API A parameter that is wrong is named")
    void wrongParameters(String query, String field) throws Exception {
        String at = reviewed(GOOD, "{}");
        Answer answer = ask(get(at + "/rows?" + query), token);
        assertThat(answer.problem()).isEqualTo("422 invalid");
        assertThat(answer.<String>at("$.errors[0].field")).isEqualTo(field);
    }

    @Test
    @DisplayName("API The same key is the same import, and with another body a mistake")
    void idempotency() throws Exception {
        String first = location(GOOD, "key-1", "{}");
        assertThat(location(GOOD, "key-1", "{}")).isEqualTo(first);
        assertThat(location(GOOD, "key-2", "{}")).isNotEqualTo(first);
        assertThat(database.number("SELECT count(*) FROM job")).isEqualTo(2);

        assertThat(ask(file(MIXED).param("options", "{}").header("Idempotency-Key", "key-1"), token)
                        .problem())
                .isEqualTo("422 key-reused");
        assertThat(ask(file(GOOD).param("options", "{\"mode\":\"upsert\"}").header("Idempotency-Key", "key-1"), token)
                        .problem())
                .isEqualTo("422 key-reused");
        assertThat(ask(file(GOOD).header("Idempotency-Key", "with a blank"), token)
                        .problem())
                .isEqualTo("422 invalid");

        token = token(admin, ApiScope.values());
        assertThat(location(GOOD, "key-1", "{}")).as("another client's key").isNotEqualTo(first);
    }

    @Test
    @DisplayName("API An upload whose node died is told as broken off after a while; its key begins anew then")
    void brokenOff() throws Exception {
        String first = location(GOOD, "key-1", "{\"validate\": false}");
        await().until(() -> ask(get(first), token).<String>at("$.state").equals("review"));
        database.run("UPDATE job SET state = 'preparing', step = 'uploading'");
        database.run("UPDATE import_source SET state = 'uploading', arrived_at = now() - interval '4 minutes'");
        assertThat(location(GOOD, "key-1", "{\"validate\": false}")).isEqualTo(first);
        assertThat(ask(get(first), token).<String>at("$.sources[0].state")).isEqualTo("uploading");

        database.run("UPDATE import_source SET arrived_at = now() - interval '6 minutes'");
        assertThat(ask(get(first), token).<String>at("$.sources[0].state")).isEqualTo("broken_off");
        String second = location(GOOD, "key-1", "{\"validate\": false}");
        assertThat(second).isNotEqualTo(first);
        assertThat(ask(get(first), token).status()).isEqualTo(404);
        await().until(() -> ask(get(second), token).<String>at("$.state").equals("review"));
    }

    @Test
    @DisplayName("API All that a program does to an import is on record with the person and the program")
    void through() throws Exception {
        String at = reviewed(GOOD, "{}");
        int version = ask(get(at), token).at("$.version");
        confirm(at, "{\"version\": " + version + "}");
        over(at);
        String other = reviewed(GOOD, "{}");
        ask(post(other + "/cancel"), token);

        long program = database.number("SELECT id FROM api_client");
        assertThat(database.text("""
                        SELECT string_agg(concat_ws(' ', verb, actor_id, through_id), ', ' ORDER BY id)
                        FROM audit_entry WHERE subject_kind = 'import'
                        """))
                .isEqualTo(List.of("uploaded", "confirmed", "imported", "uploaded", "cancelled").stream()
                        .map(verb -> verb + " " + admin.id().value() + " " + program)
                        .collect(Collectors.joining(", ")));
    }

    private String location(String csv, String key, String options) throws Exception {
        return ask(file(csv).param("options", options).header("Idempotency-Key", key), token)
                .response()
                .getHeader("Location");
    }
}
