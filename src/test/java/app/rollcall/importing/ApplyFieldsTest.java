package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a row may say beyond who and what: status, categories, references, invitation, completion. */
class ApplyFieldsTest extends MatchScene {

    @Test
    @DisplayName("Disabled by a file, and enabled again as what they are named, or were if they never accepted")
    void statuses() {
        long anna = known("anna@example.org", "1");
        long off = database.person("off@example.org", "Off", "Line", "disabled", true);
        long never = database.person("never@example.org", "Ne", "Ver", "pending", true);
        database.run("UPDATE person SET status = 'disabled', status_before = 'pending' WHERE id = ?", never);
        ImportId id = chosen(
                people(
                        "anna@example.org,Anna,Berg,,,,course,FIRE-2026",
                        "off@example.org,Off,Line,,,,course,FIRE-2026",
                        "never@example.org,Ne,Ver,,,,,"),
                Matching.Mode.UPSERT);
        says(2, "{\"status\": \"disabled\"}");
        says(3, "{\"status\": \"paused\"}");
        says(4, "{\"status\": \"active\"}");
        Import over = run(id);

        assertThat(person(anna, "status, status_before")).isEqualTo("disabled|active");
        assertThat(person(off, "status, status_before")).isEqualTo("paused");
        assertThat(person(never, "status, status_before")).isEqualTo("pending");
        assertThat(rows(over)).containsExactly(2L, 1L, 0L, 0L);
    }

    @Test
    @DisplayName("Categories are added to those there are, references go beside those there are")
    void categoriesAndReferences() {
        long anna = known("anna@example.org", "1");
        long sales = database.id("INSERT INTO category (name) VALUES ('Sales') RETURNING id");
        database.run("INSERT INTO person_category (person_id, category_id) VALUES (?, ?)", anna, sales);
        database.run("UPDATE person SET ref = '{\"ref1\": \"a\", \"ref3\": \"c\"}' WHERE id = ?", anna);
        ImportId id = chosen(
                people("anna@example.org,Anna,Berg,,,sales|Night shift,,", "new@example.org,N,N,,,SALES,,"),
                Matching.Mode.UPSERT);
        says(2, "{\"ref1\": \"b\", \"ref2\": \"x\"}");
        says(3, "{\"ref2\": \"y\"}");
        run(id);

        assertThat(
                        database.text(
                                "SELECT string_agg(p.email || ' ' || c.name, ', ' ORDER BY p.email, c.name)"
                                        + " FROM person_category pc JOIN person p ON p.id = pc.person_id JOIN category c ON c.id = pc.category_id"))
                .isEqualTo("anna@example.org Night shift, anna@example.org Sales, new@example.org Sales");
        assertThat(database.text("SELECT string_agg(ref::text, ' ' ORDER BY email) FROM person WHERE learner"))
                .isEqualTo("{\"ref1\": \"b\", \"ref2\": \"x\", \"ref3\": \"c\"} {\"ref2\": \"y\"}");
    }

    @Test
    @DisplayName("Of new people a row says whether they are invited, and whether they come disabled")
    void newPeople() {
        ImportId id = chosen(
                people(
                        "no@x.org,N,O,,,,,",
                        "yes@x.org,Y,S,,,,,",
                        "off@x.org,O,F,,,,course,FIRE-2026",
                        "later@x.org,L,A,,,,,"),
                Matching.Mode.INSERT);
        database.run("UPDATE import SET invitations = 'later'");
        says(2, "{\"send_invite\": \"no\"}");
        says(3, "{\"send_invite\": \"yes\", \"status\": \"paused\"}");
        says(4, "{\"send_invite\": \"yes\", \"status\": \"disabled\"}");
        Import over = run(id);

        assertThat(database.text(
                        "SELECT string_agg(p.email || ' ' || coalesce(send_after::text, 'now'), ', ' ORDER BY p.email)"
                                + " FROM invitation i JOIN person p ON p.id = i.person_id"))
                .isEqualTo("later@x.org infinity, yes@x.org now");
        assertThat(database.text("SELECT string_agg(concat_ws(' ', email, status, status_before), ', ' ORDER BY email)"
                        + " FROM person WHERE learner"))
                .isEqualTo("later@x.org pending, no@x.org pending, off@x.org disabled pending, yes@x.org pending");
        assertThat(rows(over)).containsExactly(4L, 0L, 0L, 0L);
    }

    @Test
    @DisplayName(
            "What a file says of how far somebody has come is kept with a new enrolment, and said to come from a file")
    void completion() {
        ImportId id = chosen(
                people(
                        "a@x.org,A,A,,,,course,FIRE-2026",
                        "b@x.org,B,B,,,,course,FIRE-2026",
                        "c@x.org,C,C,,,,course,FIRE-2026"),
                Matching.Mode.INSERT);
        says(2, "{\"completion_status\": \"completed\", \"completion_date\": \"2026-03-01\", \"score\": \"87.5\"}");
        says(3, "{\"completion_status\": \"not-completed\"}");
        run(id);

        assertThat(database.text(
                        "SELECT string_agg(concat_ws(' ', p.email, completion, progress, success, score_scaled, completion_source,"
                                + " to_char(completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')), ', ' ORDER BY p.email)"
                                + " FROM enrolment e JOIN person p ON p.id = e.person_id"))
                .isEqualTo("a@x.org completed 100 unknown 0.8750 import 2026-03-01, b@x.org started 0 failed import,"
                        + " c@x.org not_started 0 unknown");
    }
}
