package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@RollcallTest
class CategoriesTest {

    private static final long OSLO = 1;
    private static final long NIGHT = 2;
    private static final long SAFETY = 3;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Categories categories;

    @Autowired
    private LiveEvents live;

    private final List<LiveEvent> announced = new CopyOnWriteArrayList<>();
    private Disposable feed;
    private Actor mira;
    private Actor tom;
    private PersonId amara;

    @BeforeEach
    void aLearnerInTwoOfThreeCategories() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        database.run("INSERT INTO category (name) VALUES ('Oslo'), ('Night shift'), ('Safety')");
        database.run("INSERT INTO person_category VALUES (?, 1), (?, 2)", amara.value(), amara.value());
        feed = live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .subscribe(announced::add);
    }

    @AfterEach
    void stopListening() {
        feed.dispose();
    }

    @ParameterizedTest
    @CsvSource({
        "ADD, 3, 'Night shift, Oslo, Safety'",
        "ADD, 2 3, 'Night shift, Oslo, Safety'",
        "SET, 3, 'Safety'",
        "SET, 1 3, 'Oslo, Safety'",
        "SET, '', ''",
        "REMOVE, 1, 'Night shift'",
        "REMOVE, 1 3, 'Night shift'",
    })
    @DisplayName("OM-22 C13 Add unions, Set replaces, Remove subtracts")
    void threeWays(How how, String ids, String names) {
        Recategorised done = categories.apply(mira, amara, change(how, ids)).block();

        assertThat(held()).isEqualTo(names);
        assertThat(names(done.after())).isEqualTo(names);
        assertThat(names(done.before())).isEqualTo("Night shift, Oslo");
        assertThat(database.text("SELECT details ->> 'how' FROM audit_entry WHERE verb = 'categorised'"))
                .isEqualTo(how.code());
        await().until(() -> announced.equals(List.of(new LiveEvent.LearnersChanged(
                List.of(amara.value()), database.number("SELECT max(id) FROM audit_entry")))));
    }

    @ParameterizedTest
    @CsvSource({"ADD, 1 2", "SET, 1 2", "REMOVE, 3"})
    @DisplayName("OM-22 What changes nothing is neither recorded nor announced")
    void nothing(How how, String ids) {
        assertThat(categories.apply(mira, amara, change(how, ids)).block().changed())
                .isFalse();
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
    }

    @Test
    @DisplayName("OM-22 New names become categories; a name that is there in another case is that category")
    void made() {
        Recategorised done = categories
                .apply(
                        mira,
                        amara,
                        new CategoryChange(
                                How.ADD,
                                Set.of(SAFETY),
                                List.of(new CategoryName("  Field \n crew "), new CategoryName("OSLO"))))
                .block();

        assertThat(names(done.added())).isEqualTo("Field crew, Safety");
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(4);
        assertThat(database.number("SELECT hue FROM category WHERE name = 'field crew'"))
                .isIn(20L, 55L, 85L, 140L, 170L, 205L, 240L, 275L, 305L, 340L);
    }

    @Test
    @DisplayName("OM-22 Two who make the same category at once both get it, and there is one")
    void madeTwice() {
        List<PersonId> people = LongStream.range(0, 6)
                .mapToObj(i -> new PersonId(database.learner("p" + i + "@example.org", "P", "P" + i)))
                .toList();
        CategoryChange change =
                new CategoryChange(How.ADD, Set.of(), List.of(new CategoryName("Zürich"), new CategoryName("Bergen")));
        Flux.fromIterable(people)
                .flatMap(person -> categories.apply(mira, person, change).subscribeOn(Schedulers.boundedElastic()))
                .blockLast();

        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(5);
        assertThat(database.number("SELECT count(*) FROM person_category")).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "\u00a0\n", "a|b", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    @DisplayName("OM-22 A name has 1 to 60 characters and no bar")
    void names(String text) {
        assertThat(CategoryName.of(text)).isEmpty();
        assertThat(CategoryName.of(text + "x").isPresent()).isEqualTo(text.isBlank() || text.startsWith("\u00a0"));
        assertThat(new CategoryName("\ud83d\ude80".repeat(60)).value()).hasSize(120);
    }

    @Test
    @DisplayName("OM-22 Undo puts the categories back as they were")
    void putBack() {
        Recategorised done = categories.apply(mira, amara, change(How.SET, "3")).block();
        categories.putBack(mira, done).block();

        assertThat(held()).isEqualTo("Night shift, Oslo");
        assertThat(database.text("""
                        SELECT string_agg(details ->> 'how', ',' ORDER BY id) FROM audit_entry
                        WHERE verb = 'categorised'""")).isEqualTo("set,undo");
    }

    @Test
    @DisplayName("OM-22 Undo leaves alone what somebody else changed since, and says so")
    void putBackTooLate() {
        Recategorised done = categories.apply(mira, amara, change(How.ADD, "3")).block();
        categories.apply(tom, amara, change(How.REMOVE, "1")).block();

        assertThatThrownBy(() -> categories.putBack(mira, done).block()).isInstanceOf(CategoriesMoved.class);
        assertThat(held()).isEqualTo("Night shift, Safety");
    }

    @Test
    @DisplayName("OM-22 A category that was removed meanwhile is neither given nor put back, and nothing else is done")
    void removedMeanwhile() {
        Recategorised done = categories.apply(mira, amara, change(How.SET, "3")).block();
        database.run("DELETE FROM category WHERE id = ?", OSLO);

        assertThatThrownBy(() -> categories.putBack(mira, done).block()).isInstanceOf(CategoriesMoved.class);
        assertThatThrownBy(() -> categories
                        .apply(mira, amara, change(How.ADD, OSLO + " " + NIGHT))
                        .block())
                .isInstanceOf(CategoriesMoved.class);
        assertThat(held()).isEqualTo("Safety");
    }

    @Test
    @DisplayName("OM-22 Who is gone or disabled gets no category; it is told who did that")
    void goneOrDisabled() {
        PersonId dan = new PersonId(database.person("dan@example.org", "Dan", "Aja", "disabled", true));

        assertThatThrownBy(
                        () -> categories.apply(mira, dan, change(How.ADD, "3")).block())
                .isInstanceOfSatisfying(
                        Overtaken.class,
                        overtaken -> assertThat(overtaken.status()).isEqualTo(LearnerStatus.DISABLED));
        assertThatThrownBy(() -> categories
                        .apply(mira, new PersonId(4_711), change(How.ADD, "3"))
                        .block())
                .isInstanceOf(Overtaken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "active", "paused"})
    @DisplayName("OM-22 The pending, the active and the paused get categories")
    void allThree(String status) {
        PersonId person = new PersonId(database.person("o@example.org", "O", "O", status, true));
        categories.apply(tom, person, change(How.ADD, "3")).block();

        assertThat(database.number("SELECT count(*) FROM person_category WHERE person_id = ?", person.value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL OM-22 Who may not manage users neither changes nor reads, and makes no category")
    void refused(Role role) {
        Actor other = Actors.withRole(database, role, "Ola", "Nordmann");
        Recategorised done = new Recategorised(amara, List.of(), List.of());
        CategoryChange change = new CategoryChange(How.ADD, Set.of(), List.of(new CategoryName("Mine")));

        assertThatThrownBy(() -> categories.apply(other, amara, change).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> categories.putBack(other, done).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> categories.all(other).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> categories.of(other, amara).block()).isInstanceOf(Refused.class);
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(3);
    }

    private static CategoryChange change(How how, String ids) {
        return new CategoryChange(
                how,
                Stream.of(ids.split(" "))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()),
                List.of());
    }

    private static String names(List<Category> some) {
        return some.stream().map(Category::name).collect(Collectors.joining(", "));
    }

    private String held() {
        return names(categories.of(mira, amara).block());
    }
}
