package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Rights;
import app.rollcall.security.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class DirectoryTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private Directory directory;

    @Autowired
    private DirectoryQuery query;

    @Autowired
    private Rights rights;

    private Actor admin;

    @BeforeEach
    void anAdminAndNobodyElse() {
        database.reset();
        admin = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @Test
    @DisplayName("OM-03 The counts follow the search, under each status at once")
    void countsFollowTheSearch() {
        database.learner("amara@example.org", "Amara", "Okafor");
        database.learner("bram@example.org", "Bram", "de Vries");
        database.person("amara.paused@example.org", "Amara", "Diallo", "paused", true);
        database.person("amara.invited@example.org", "", "", "pending", true);
        database.person("amara.gone@example.org", "Amara", "Gone", "disabled", true);

        assertThat(counts("")).isEqualTo(new LearnerCounts(1, 2, 1, 1));
        assertThat(counts("amara")).isEqualTo(new LearnerCounts(1, 1, 1, 1));
        assertThat(counts("amara okafor")).isEqualTo(new LearnerCounts(0, 1, 0, 0));
        assertThat(counts("nobody")).isEqualTo(LearnerCounts.NONE);
    }

    @ParameterizedTest
    @EnumSource(StatusFilter.class)
    @DisplayName("OM-03 The count of a filter is the number of rows it lists")
    void countIsWhatIsListed(StatusFilter status) {
        for (String state : List.of("active", "active", "paused", "pending", "pending", "pending", "disabled")) {
            database.person(state + database.number("SELECT count(*) FROM person") + "@x.org", "A", "B", state, true);
        }
        LearnerFilter filter = new LearnerFilter("", status);

        assertThat(counts("").of(status))
                .isEqualTo(page(filter, LearnerOrder.NAME, 0, 50).size());
    }

    @ParameterizedTest
    @CsvSource({
        "Anaïs, anais",
        "Anaïs, ANAÏS",
        "Anaïs, naï",
        "Anaïs, fontaine anais",
        "Anaïs, ana font example.org",
        "Anaïs, Anais.Fontaine@EXAMPLE",
        "Łukasz, lukasz",
        "Ольга, ольга",
        "小明, 小明"
    })
    @DisplayName(
            "OM-06, TI-03 A search finds parts of name and email, without case and accents, all words in any order")
    void searchFinds(String firstName, String search) {
        database.learner("anais.fontaine@example.org", firstName, "Fontaine");
        database.learner("bram@other.org", "Bram", "de Vries");

        assertThat(listed(search)).extracting(LearnerRow::firstName).containsExactly(firstName);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100%", "_", "a_b", "\\", "%", "o'brien", "'; DROP TABLE person; --", "\"", "$1", ":word0"})
    @DisplayName("OM-06 What means something to SQL is searched for as it is written")
    void wildcardsAreLiteral(String search) {
        database.learner("plain@example.org", "Plain", "Person");
        assertThat(listed(search)).isEmpty();

        database.learner("odd@example.org", search, "Odd");
        assertThat(listed(search)).extracting(LearnerRow::email).containsExactly("odd@example.org");
    }

    @Test
    @DisplayName("OM-06 More than 100 characters are cut, and a zero character from a URL does no harm")
    void longAndStrangeSearches() {
        database.learner("a@example.org", "x".repeat(100), "Long");

        assertThat(new LearnerFilter("x".repeat(5_000), StatusFilter.ALL).search())
                .hasSize(100);
        assertThat(listed("x".repeat(5_000))).hasSize(1);
        assertThat(listed("\0")).hasSize(1);
        assertThat(listed("long\0xx")).hasSize(1);
    }

    @Test
    @DisplayName("OM-11, OM-12, OM-13 A row has its categories by name, current courses and products")
    void categoriesCoursesProducts() {
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        database.learner("bram@example.org", "Bram", "de Vries");
        for (String category : List.of("Warehouse", "Oslo", "Night shift")) {
            long id = database.id("INSERT INTO category (name, hue) VALUES (?, 200) RETURNING id", category);
            database.run("INSERT INTO person_category VALUES (?, ?)", amara, id);
        }
        long fire = database.course("FIRE-2026", "Fire safety");
        long gdpr = database.course("GDPR-101", "Data protection");
        long old = database.course("OLD-2019", "Old");
        enrol(amara, fire, 1, true);
        enrol(amara, fire, 2, false);
        enrol(amara, gdpr, 1, false);
        enrol(amara, old, 1, true);
        database.run(
                "INSERT INTO product_access (person_id, product_id) VALUES (?, ?)",
                amara,
                database.product("KIT", "Kit"));

        List<LearnerRow> rows = listed("");
        assertThat(rows.getFirst().categories())
                .containsExactly(
                        new CategoryTag("Night shift", 200),
                        new CategoryTag("Oslo", 200),
                        new CategoryTag("Warehouse", 200));
        assertThat(rows.getFirst().courses()).isEqualTo(2);
        assertThat(rows.getFirst().products()).isEqualTo(1);
        assertThat(rows.getLast().categories()).isEmpty();
        assertThat(rows.getLast().courses()).isZero();
    }

    @Test
    @DisplayName("OM-16, OM-17 A pending row has the invited address for a name, and who invited when")
    void pendingRows() {
        long invited = database.person("zoe@example.org", "Zoe", "Zander", "pending", true);
        database.run("INSERT INTO invitation (person_id, state, invited_by) VALUES (?, 'superseded', NULL)", invited);
        database.run(
                "INSERT INTO invitation (person_id, state, invited_by) VALUES (?, 'opened', ?)",
                invited,
                admin.id().value());

        LearnerRow row = listed("").getFirst();
        assertThat(row.pending()).isTrue();
        assertThat(row.name()).isEqualTo("zoe@example.org");
        assertThat(row.invited().state()).isEqualTo(InvitationState.OPENED);
        assertThat(row.invited().by()).isEqualTo("Mira Solberg");
        assertThat(row.invited().at()).isNotNull();
        assertThat(listed("zander")).as("found by the name that is not shown").hasSize(1);
    }

    @Test
    @DisplayName("OM-16 A person is listed once, however many invitations were superseded")
    void oneRowAPerson() {
        long invited = database.person("zoe@example.org", "", "", "pending", true);
        for (String state : List.of("superseded", "revoked", "superseded", "expired")) {
            database.run("INSERT INTO invitation (person_id, state) VALUES (?, ?)", invited, state);
        }
        assertThat(listed(""))
                .singleElement()
                .extracting(row -> row.invited() == null ? null : row.invited().state())
                .isEqualTo(InvitationState.EXPIRED);
    }

    @Test
    @DisplayName("OM-09, OM-10 The directory is ordered by name or by email, both ways; a pending row by its address")
    void order() {
        database.learner("z@example.org", "Änne", "Abel");
        database.learner("y@example.org", "bruno", "Abel");
        database.person("beate@example.org", "Xaver", "X", "pending", true);
        database.learner("a@example.org", "Zora", "Zimmer");

        List<String> byName = List.of("z@example.org", "beate@example.org", "y@example.org", "a@example.org");
        assertThat(emails(LearnerOrder.NAME)).isEqualTo(byName);
        assertThat(emails(LearnerOrder.NAME_DESCENDING)).isEqualTo(byName.reversed());
        List<String> byEmail = List.of("a@example.org", "beate@example.org", "y@example.org", "z@example.org");
        assertThat(emails(LearnerOrder.EMAIL)).isEqualTo(byEmail);
        assertThat(emails(LearnerOrder.EMAIL_DESCENDING)).isEqualTo(byEmail.reversed());
    }

    @Test
    @DisplayName(
            "EG-06, EG-08 The directory is ordered by last login, who never had one as longest ago, and by date added")
    void orderByTime() {
        long early = database.learner("early@example.org", "E", "Arly");
        long late = database.learner("late@example.org", "L", "Ate");
        database.learner("never@example.org", "N", "Ever");
        database.run(
                "UPDATE person SET last_login_at = now() - interval '2 days', created_at = now() - interval '9 days' WHERE id = ?",
                early);
        database.run(
                "UPDATE person SET last_login_at = now(), created_at = now() - interval '5 days' WHERE id = ?", late);

        List<String> byLogin = List.of("never@example.org", "early@example.org", "late@example.org");
        assertThat(emails(LearnerOrder.LOGIN)).isEqualTo(byLogin);
        assertThat(emails(LearnerOrder.LOGIN_DESCENDING)).isEqualTo(byLogin.reversed());
        List<String> byDate = List.of("early@example.org", "late@example.org", "never@example.org");
        assertThat(emails(LearnerOrder.ADDED)).isEqualTo(byDate);
        assertThat(emails(LearnerOrder.ADDED_DESCENDING)).isEqualTo(byDate.reversed());
    }

    @ParameterizedTest
    @EnumSource(LearnerOrder.class)
    @DisplayName("OM-09 Pages have neither gaps nor doubles, also over equal names, with and without a search")
    void paging(LearnerOrder order) {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'same' || n || '@example.org', 'Same', 'Name', 'active' FROM generate_series(1, 117) n""");
        for (LearnerFilter filter :
                List.of(LearnerFilter.EVERYBODY, new LearnerFilter("same name", StatusFilter.ACTIVE))) {
            List<PersonId> whole = ids(page(filter, order, 0, 200));
            List<PersonId> paged = new ArrayList<>();
            for (int offset = 0; offset < 130; offset += 25) {
                paged.addAll(ids(page(filter, order, offset, 25)));
            }
            assertThat(whole).hasSize(117);
            assertThat(paged).isEqualTo(whole);
        }
        assertThat(ids(page(LearnerFilter.EVERYBODY, order, 10_000, 25))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LearnerOrder.class)
    @DisplayName("OM-09 Wherever one jumps to in the list, and however one got there, the rows are those of that place")
    void jumping(LearnerOrder order) {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status, last_login_at, created_at)
                SELECT 'n' || n || '@example.org', 'Name' || n % 7, 'Last', CASE n % 3 WHEN 0 THEN 'paused' ELSE 'active' END,
                       CASE WHEN n % 4 > 0 THEN now() - n % 11 * interval '1 day' END, now() - n % 13 * interval '1 hour'
                FROM generate_series(1, 300) n""");
        for (LearnerFilter filter : List.of(LearnerFilter.EVERYBODY, new LearnerFilter("last", StatusFilter.ALL))) {
            List<PersonId> whole = ids(page(filter, order, 0, 400));
            Trail trail = new Trail();
            for (int offset : new int[] {0, 50, 100, 250, 225, 150, 0, 25, 275, 290, 120, 121, 299, 60}) {
                assertThat(ids(directory
                                .page(admin, filter, order, offset, 30, trail)
                                .block()))
                        .as("from %d", offset)
                        .isEqualTo(whole.subList(offset, Math.min(300, offset + 30)));
                trail.total(filter, 300);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 250, 500, 3_000})
    @DisplayName(
            "OM-06 A search and a category find the same page whether its hits are near by, further on or collected")
    void nearAndFar(int apart) {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'n' || n || '@example.org', CASE WHEN n %% %d = 0 THEN 'Zelvik' ELSE 'Name' END, 'L' || n, 'active'
                FROM generate_series(1, 21000) n""".formatted(apart));
        database.run("INSERT INTO category (name) VALUES ('Far apart')");
        database.run("""
                INSERT INTO person_category SELECT p.id, c.id FROM person p, category c
                WHERE p.first_name = 'Zelvik' AND c.name = 'Far apart'""");
        database.run(
                "UPDATE person SET first_name = 'A' || lpad(id::text, 9, '0') || first_name WHERE first_name ~ '^(Name|Zelvik)$'");
        List<String> all = IntStream.rangeClosed(1, 21_000 / apart)
                .mapToObj(hit -> "L" + hit * apart)
                .toList();
        CategoryFilter category = new CategoryFilter(
                List.of(database.id("SELECT id FROM category WHERE name = 'Far apart'")), CategoryMatch.ALL);
        for (LearnerFilter filter : List.of(
                new LearnerFilter("zelvik", StatusFilter.ALL), LearnerFilter.EVERYBODY.withCategories(category))) {
            Trail trail = new Trail();
            for (int offset = 0; offset < Math.min(90, all.size()); offset += 30) {
                assertThat(directory
                                .page(admin, filter, LearnerOrder.NAME, offset, 30, trail)
                                .block())
                        .as("%s from %d", filter, offset)
                        .extracting(LearnerRow::lastName)
                        .isEqualTo(all.subList(offset, Math.min(all.size(), offset + 30)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LearnerOrder.class)
    @DisplayName("OM-09 A jump into a long list begins at a place that all screens know, and lands where it should")
    void jumpingFromLandmarks(LearnerOrder order) {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status, last_login_at)
                SELECT 'n' || n || '@example.org', 'Name' || n % 7, 'Last', CASE n % 3 WHEN 0 THEN 'paused' ELSE 'active' END,
                       CASE WHEN n % 4 > 0 THEN now() - n % 11 * interval '1 day' END
                FROM generate_series(1, 300) n""");
        Landmarks landmarks = new Landmarks(query, 40);
        Directory surveyed = new Directory(query, rights, landmarks);
        List<PersonId> whole = ids(page(LearnerFilter.EVERYBODY, order, 0, 400));
        Trail first = new Trail();
        first.total(LearnerFilter.EVERYBODY, 300);
        surveyed.page(admin, LearnerFilter.EVERYBODY, order, 150, 15, first).block();
        surveyed.survey(admin, LearnerFilter.EVERYBODY, order, first).block();
        for (int offset : new int[] {0, 40, 75, 79, 81, 150, 239, 260, 285}) {
            Trail trail = new Trail();
            trail.total(LearnerFilter.EVERYBODY, 300);
            assertThat(trail.to(LearnerFilter.EVERYBODY, order, offset, 15, landmarks)
                            .skip())
                    .isLessThanOrEqualTo(order.indexed() ? 40 : 300);
            assertThat(ids(surveyed.page(admin, LearnerFilter.EVERYBODY, order, offset, 15, trail)
                            .block()))
                    .as("from %d", offset)
                    .isEqualTo(whole.subList(offset, Math.min(300, offset + 15)));
        }
        assertThat(landmarks.of(LearnerFilter.EVERYBODY, order, 300)).hasSize(order.indexed() ? 8 : 0);
        Trail searched = new Trail();
        LearnerFilter search = new LearnerFilter("last", StatusFilter.ALL);
        searched.to(search, order, 200, 15, landmarks);
        assertThat(landmarks.missed(search, order, searched))
                .as("a search is not walked past")
                .isFalse();
        assertThat(landmarks.of(LearnerFilter.EVERYBODY, order, 301))
                .as("when the list is longer by now")
                .isEmpty();
    }

    @Test
    @DisplayName("LV-05 Who scrolls on goes on where they were, although others came in above meanwhile")
    void scrollingOn() {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'n' || n || '@example.org', 'M' || 100 + n, 'Last', 'active' FROM generate_series(1, 100) n""");
        Trail trail = new Trail();
        directory
                .page(admin, LearnerFilter.EVERYBODY, LearnerOrder.NAME, 0, 50, trail)
                .block();
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'above' || n || '@example.org', 'A', 'Bove', 'active' FROM generate_series(1, 20) n""");

        assertThat(directory
                        .page(admin, LearnerFilter.EVERYBODY, LearnerOrder.NAME, 49, 3, trail)
                        .block())
                .extracting(LearnerRow::firstName)
                .containsExactly("M150", "M151", "M152");
    }

    @ParameterizedTest
    @EnumSource(
            value = LearnerOrder.class,
            names = {"STATUS", "COURSES", "COMPLETED", "PRODUCTS", "LOCATION"})
    @DisplayName(
            "OM-12, OM-13, EG-08 The directory is ordered by status, courses, completed ones, products and location, and by name among equals")
    void ordersWorkedOut(LearnerOrder order) {
        long many = database.learner("many@example.org", "Many", "X");
        long one = database.learner("one@example.org", "One", "X");
        database.person("pending@example.org", "", "", "pending", true);
        database.person("paused@example.org", "Paused", "X", "paused", true);
        database.run(
                "INSERT INTO course (code, title, kind) SELECT 'C' || n, 'C' || n, 'self_paced' FROM generate_series(1, 2) n");
        database.run(
                "INSERT INTO product (code, title, kind) SELECT 'P' || n, 'P' || n, 'subscription' FROM generate_series(1, 2) n");
        database.run("INSERT INTO enrolment (person_id, course_id) SELECT ?, id FROM course", many);
        database.run(
                "INSERT INTO enrolment (person_id, course_id, attempt) SELECT ?, min(id), a FROM course, generate_series(1, 3) a GROUP BY a",
                one);
        database.run(
                "UPDATE enrolment SET completion = 'completed', progress = 100 WHERE person_id = ? OR attempt = 3",
                many);
        database.run("UPDATE person SET location = 'Ärmelkanal' WHERE id = ?", one);
        database.run("UPDATE person SET location = 'Zürich' WHERE id = ?", many);
        database.run("INSERT INTO product_access (person_id, product_id) SELECT ?, id FROM product", many);
        database.run("INSERT INTO product_access (person_id, product_id) SELECT ?, min(id) FROM product", one);

        List<String> expected = order == LearnerOrder.STATUS
                ? List.of("pending@example.org", "many@example.org", "one@example.org", "paused@example.org")
                : List.of("paused@example.org", "pending@example.org", "one@example.org", "many@example.org");
        assertThat(emails(order)).isEqualTo(expected);
        assertThat(emails(LearnerOrder.of(order.code() + "_descending"))).isEqualTo(expected.reversed());
    }

    @Test
    @DisplayName("OM-06 A search whose hits all stand far down the list finds them in order, few as well as very many")
    void farDown() {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'n' || n || '@example.org', CASE WHEN n <= 20500 THEN 'Ann' ELSE 'Zoe' END, to_char(n, 'FM00000'), 'active'
                FROM generate_series(1, 30700) n""");

        assertThat(listed("zoe"))
                .extracting(LearnerRow::lastName)
                .startsWith("20501", "20502")
                .hasSize(50);
        assertThat(page(new LearnerFilter("zoe", StatusFilter.ALL), LearnerOrder.NAME, 10_150, 50))
                .extracting(LearnerRow::lastName)
                .startsWith("30651")
                .endsWith("30700");
        assertThat(listed("zoe 2069"))
                .extracting(LearnerRow::lastName)
                .startsWith("20690")
                .hasSize(11);
        assertThat(listed("ann 0000"))
                .extracting(LearnerRow::lastName)
                .startsWith("00001")
                .hasSize(11);
    }

    @Test
    @DisplayName("OM-06 Two letters that few have are found far down the list, whatever stands before and behind them")
    void pairsFarDown() {
        database.run("""
                INSERT INTO person (email, first_name, last_name, status)
                SELECT 'n' || n || '@example.org', 'Ann', n::text, 'active' FROM generate_series(1, 7000) n""");
        List<String> names =
                List.of("Qzar", "Zaqz", "Zb7QZ", "Zc qz", "Zd'qz", "Ze\u00e9\u00d1qz", "Zf\u0436qz", "\u0436qz\u0436");
        names.forEach(name -> database.learner("hit" + names.indexOf(name) + "@example.org", name, "\u0416"));
        database.learner("other@example.org", "Zq", "Zaq");
        database.learner("caret@example.org", "Zq^", "Zaq");

        assertThat(listed("qz")).extracting(LearnerRow::firstName).containsExactlyElementsOf(names);
        assertThat(listed("q\u02c6")).extracting(LearnerRow::firstName).containsExactly("Zq^");
        assertThat(listed("qz \u0436")).hasSize(names.size());
        assertThat(listed("QZ b")).extracting(LearnerRow::firstName).containsExactly("Zb7QZ");
        assertThat(listed("\u0436q")).extracting(LearnerRow::firstName).containsExactly("Zf\u0436qz", "\u0436qz\u0436");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "an", "a.b", "an be", "@x", "7-", "ß"})
    @DisplayName("OM-06 What is too short for an index is found all the same")
    void shortSearches(String search) {
        database.learner("an.a.bel-7-y@x.org", "Anß", "Bel");
        database.learner("other@z.net", "Otto", "Kolk");

        assertThat(listed(search)).extracting(LearnerRow::email).containsExactly("an.a.bel-7-y@x.org");
        assertThat(counts(search)).isEqualTo(new LearnerCounts(0, 1, 0, 0));
    }

    @Test
    @DisplayName("C2 The disabled are listed under their own filter only, and the team never")
    void disabledAreApart() {
        database.person("off@example.org", "Off", "Line", "disabled", true);
        database.learner("on@example.org", "On", "Line");

        for (StatusFilter status : StatusFilter.values()) {
            List<String> listed = page(new LearnerFilter("", status), LearnerOrder.NAME, 0, 50).stream()
                    .map(LearnerRow::email)
                    .toList();
            assertThat(listed.contains("off@example.org")).isEqualTo(status == StatusFilter.DISABLED);
            assertThat(listed).doesNotContain("mira.solberg@team.example.org");
        }
    }

    @Test
    void rowsAskedForByIdAreThoseThatStillAreLearners() {
        PersonId amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        PersonId gone = new PersonId(1_000_000);

        assertThat(directory.rows(admin, List.of(amara, gone, admin.id())).block())
                .singleElement()
                .extracting(LearnerRow::id)
                .isEqualTo(amara);
        assertThat(directory.rows(admin, Collections.emptyList()).block()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rolesWithoutTheDirectory")
    @DisplayName("RL The directory is refused to every role that may not list learners")
    void refusedRoles(Role role) {
        assertRefused(Actors.withRole(database, role, "No", "Lists"));
    }

    @Test
    @DisplayName("RL The directory is refused after the role was taken away, and to a disabled actor")
    void refusedFromThenOn() {
        assertThat(directory.counts(admin, LearnerFilter.EVERYBODY).block()).isNotNull();

        database.run(
                "UPDATE person SET status = 'disabled', status_before = 'active' WHERE id = ?",
                admin.id().value());
        assertRefused(admin);
        database.run(
                "UPDATE person SET status = 'active', status_before = NULL WHERE id = ?",
                admin.id().value());
        database.run("DELETE FROM person_role WHERE person_id = ?", admin.id().value());
        assertRefused(admin);
    }

    static Stream<Role> rolesWithoutTheDirectory() {
        return Stream.of(Role.AUTHOR, Role.INSTRUCTOR, Role.COORDINATOR);
    }

    private void assertRefused(Actor actor) {
        LearnerFilter all = LearnerFilter.EVERYBODY;
        assertThatThrownBy(() ->
                        directory.page(actor, all, LearnerOrder.NAME, 0, 50).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> directory.counts(actor, all).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> directory.rows(actor, List.of(actor.id())).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        directory.page(actor, all, LearnerOrder.NAME, 50, 50).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> directory.deed(actor, 1).block()).isInstanceOf(Refused.class);
        Trail jumped = new Trail();
        jumped.total(all, 1_000_000);
        jumped.to(all, LearnerOrder.NAME, 500_000, 25, new Landmarks(query));
        assertThatThrownBy(() ->
                        directory.survey(actor, all, LearnerOrder.NAME, jumped).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        directory.changed(actor, List.of(actor.id()), 1, all).block())
                .isInstanceOf(Refused.class);
    }

    private void enrol(long person, long course, int attempt, boolean archived) {
        database.run(
                "INSERT INTO enrolment (person_id, course_id, attempt, archived_at) VALUES (?, ?, ?, CASE WHEN ? THEN now() END)",
                person,
                course,
                attempt,
                archived);
    }

    private LearnerCounts counts(String search) {
        return Objects.requireNonNull(directory
                .counts(admin, new LearnerFilter(search, StatusFilter.ALL))
                .block());
    }

    private List<LearnerRow> listed(String search) {
        return page(new LearnerFilter(search, StatusFilter.ALL), LearnerOrder.NAME, 0, 50);
    }

    private List<String> emails(LearnerOrder order) {
        return page(LearnerFilter.EVERYBODY, order, 0, 50).stream()
                .map(LearnerRow::email)
                .toList();
    }

    private List<LearnerRow> page(LearnerFilter filter, LearnerOrder order, long offset, int limit) {
        return Objects.requireNonNull(
                directory.page(admin, filter, order, offset, limit).block());
    }

    private static List<PersonId> ids(List<LearnerRow> rows) {
        return rows.stream().map(LearnerRow::id).toList();
    }
}
