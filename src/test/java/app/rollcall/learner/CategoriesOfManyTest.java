package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.CategoryChange.How;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class CategoriesOfManyTest {

    private static final long OSLO = 1;
    private static final long NIGHT = 2;
    private static final long SAFETY = 3;

    @Autowired
    private TestDatabase database;

    @Autowired
    private CategoriesOfMany categories;

    private Actor mira;
    private PersonId amara;
    private PersonId bram;
    private PersonId chiara;
    private List<PersonId> all;

    @BeforeEach
    void threeLearnersAndThreeCategories() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        bram = new PersonId(database.person("bram@example.org", "Bram", "de Vries", "paused", true));
        chiara = new PersonId(database.person("chiara@example.org", "", "", "pending", true));
        all = List.of(amara, bram, chiara);
        database.run("INSERT INTO category (name) VALUES ('Oslo'), ('Night shift'), ('Safety')");
        database.run(
                "INSERT INTO person_category VALUES (?, 1), (?, 2), (?, 1)",
                amara.value(),
                amara.value(),
                bram.value());
    }

    @Test
    @DisplayName("OM-22, OM-30 Add gives each what they have not; a new name becomes a category")
    void add() {
        Regrouped done = categories
                .apply(mira, all, new CategoryChange(How.ADD, Set.of(OSLO), List.of(new CategoryName("Field crew"))))
                .block();

        assertThat(held(amara)).isEqualTo("Field crew,Night shift,Oslo");
        assertThat(held(bram)).isEqualTo("Field crew,Oslo");
        assertThat(held(chiara)).isEqualTo("Field crew,Oslo");
        assertThat(done.given()).hasSize(4);
        assertThat(done.learners()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(database.number(
                        "SELECT count(*) FROM audit_entry WHERE verb = 'categorised' AND subject_id = ?",
                        chiara.value()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("C13 Remove subtracts, Set replaces; what anybody of them is in is told")
    void removeAndSet() {
        categories
                .apply(mira, all, new CategoryChange(How.REMOVE, Set.of(OSLO), List.of()))
                .block();
        assertThat(held(amara)).isEqualTo("Night shift");
        assertThat(held(bram)).isEqualTo("null");
        assertThat(categories.of(mira, all).block()).extracting(Category::name).containsExactly("Night shift");

        categories
                .apply(mira, all, new CategoryChange(How.SET, Set.of(SAFETY), List.of()))
                .block();
        assertThat(held(amara)).isEqualTo("Safety");
        assertThat(held(chiara)).isEqualTo("Safety");

        categories
                .apply(mira, all, new CategoryChange(How.SET, Set.of(), List.of()))
                .block();
        assertThat(held(amara)).isEqualTo("null");
    }

    @Test
    @DisplayName(
            "OM-22, OM-30 Undo takes back exactly what was given and gives back what was taken, and nothing of others")
    void putBack() {
        Regrouped done = categories
                .apply(mira, all, new CategoryChange(How.SET, Set.of(SAFETY), List.of()))
                .block();
        categories
                .apply(mira, List.of(bram), new CategoryChange(How.ADD, Set.of(NIGHT), List.of()))
                .block();

        Regrouped undone = categories.putBack(mira, done).block();

        assertThat(held(amara)).isEqualTo("Night shift,Oslo");
        assertThat(held(bram)).isEqualTo("Night shift,Oslo");
        assertThat(held(chiara)).isEqualTo("null");
        assertThat(undone.learners()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(categories.putBack(mira, done).block().learners()).isEmpty();
    }

    @Test
    @DisplayName("OM-22, OM-30 What changes nothing leaves no line; who is disabled, gone or no learner is left out")
    void nothing() {
        PersonId disabled = new PersonId(database.person("d@example.org", "D", "D", "disabled", true));
        Regrouped done = categories
                .apply(
                        mira,
                        List.of(amara, disabled, mira.id(), new PersonId(1_000_000)),
                        new CategoryChange(How.ADD, Set.of(OSLO), List.of()))
                .block();

        assertThat(done.learners()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM audit_entry")).isZero();
        assertThat(held(disabled)).isEqualTo("null");
    }

    @Test
    @DisplayName("OM-22 When one of the categories is gone, nobody's are changed")
    void gone() {
        assertThatThrownBy(() -> categories
                        .apply(mira, all, new CategoryChange(How.ADD, Set.of(SAFETY, 99L), List.of()))
                        .block())
                .isInstanceOf(CategoriesMoved.class);
        assertThat(held(bram)).isEqualTo("Oslo");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who may not manage users may not give categories to several either")
    void roles(Role role) {
        Actor actor = Actors.withRole(database, role, "Some", "Body");
        CategoryChange change = new CategoryChange(How.ADD, Set.of(SAFETY), List.of());

        assertThatThrownBy(() -> categories.apply(actor, all, change).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> categories
                        .putBack(actor, new Regrouped(List.of(new Regrouped.Membership(bram, OSLO)), List.of()))
                        .block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> categories.of(actor, all).block()).isInstanceOf(Refused.class);
        assertThat(held(bram)).isEqualTo("Oslo");
    }

    private String held(PersonId learner) {
        return database.text(
                "SELECT string_agg(c.name::text, ',' ORDER BY c.name) FROM person_category pc JOIN category c ON c.id = pc.category_id WHERE pc.person_id = ?",
                learner.value());
    }
}
