package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.Disposable;

@RollcallTest
class CategorySettingsTest {

    private static final Category OSLO = new Category(1, "Oslo", 20);
    private static final Category NIGHT = new Category(2, "Night shift", 240);

    @Autowired
    private TestDatabase database;

    @Autowired
    private CategorySettings settings;

    @Autowired
    private LiveEvents live;

    private final List<LiveEvent.LearnersChanged> announced = new CopyOnWriteArrayList<>();
    private Disposable feed;
    private Actor mira;
    private Actor ana;

    @BeforeEach
    void twoCategoriesAndThreeLearners() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        database.run("INSERT INTO category (name, hue) VALUES ('Oslo', 20), ('Night shift', 240)");
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        long bram = database.learner("bram@example.org", "Bram", "de Vries");
        long dan = database.person("dan@example.org", "Dan", "Aja", "disabled", true);
        database.run("INSERT INTO person_category VALUES (?, 1), (?, 1), (?, 1), (?, 2)", amara, bram, dan, amara);
        feed = live.of(LiveEvent.LearnersChanged.class)
                .ofType(LiveEvent.LearnersChanged.class)
                .subscribe(announced::add);
    }

    @AfterEach
    void stopListening() {
        feed.dispose();
    }

    @Test
    @DisplayName("OM-08 The categories are listed by name, each with how many are in it, also those with nobody")
    void uses() {
        settings.make(mira, look("Zürich", 85)).block();

        assertThat(settings.uses(mira).block())
                .containsExactly(
                        new CategoryUse(NIGHT, 1),
                        new CategoryUse(OSLO, 3),
                        new CategoryUse(new Category(3, "Zürich", 85), 0));
    }

    @Test
    @DisplayName("OM-08 A category is renamed and recoloured, recorded, and every screen is told to look again")
    void change() {
        settings.change(mira, OSLO, look("Oslo city", 140)).block();

        assertThat(database.text("SELECT name || hue FROM category WHERE id = 1"))
                .isEqualTo("Oslo city140");
        assertThat(verbs()).isEqualTo("category_changed");
        await().until(() -> announced.size() == 1);
        assertThat(announced.getFirst().tooManyToName()).isTrue();
    }

    @Test
    @DisplayName("OM-08 Its own name may be written in another case, no other's may be taken, whatever its case")
    void taken() {
        settings.change(mira, OSLO, look("OSLO", 20)).block();

        assertThatThrownBy(() -> settings.change(mira, NIGHT, look("oslo", 240)).block())
                .isInstanceOfSatisfying(
                        CategoryNameTaken.class,
                        taken -> assertThat(taken.name().value()).isEqualTo("oslo"));
        assertThatThrownBy(() -> settings.make(mira, look("oSLO", 20)).block()).isInstanceOf(CategoryNameTaken.class);
        assertThat(verbs()).isEqualTo("category_changed");
    }

    @Test
    @DisplayName("OM-08 Of two who change a category, the second is told who was first and what it is called now")
    void overtaken() {
        settings.change(ana, OSLO, look("Bergen", 20)).block();

        assertThatThrownBy(
                        () -> settings.change(mira, OSLO, look("Drammen", 20)).block())
                .isInstanceOfSatisfying(CategoryOvertaken.class, overtaken -> {
                    assertThat(overtaken.name()).isEqualTo("Bergen");
                    assertThat(overtaken.by()).isEqualTo("Ana Ruiz");
                    assertThat(overtaken.at()).isNotNull();
                });
        assertThatThrownBy(() -> settings.merge(mira, NIGHT, OSLO).block()).isInstanceOf(CategoryOvertaken.class);
        assertThatThrownBy(() -> settings.merge(mira, OSLO, NIGHT).block()).isInstanceOf(CategoryOvertaken.class);
        assertThatThrownBy(() -> settings.remove(mira, OSLO).block()).isInstanceOf(CategoryOvertaken.class);
        assertThat(database.text("SELECT name FROM category WHERE id = 1")).isEqualTo("Bergen");
        assertThat(database.number("SELECT count(*) FROM person_category")).isEqualTo(4);
    }

    @Test
    @DisplayName("OM-08 Merged, everybody of the one is in the other, once, and the one is gone")
    void merge() {
        assertThat(settings.merge(mira, OSLO, NIGHT).block()).isEqualTo(3);

        assertThat(settings.uses(mira).block()).containsExactly(new CategoryUse(NIGHT, 3));
        assertThat(database.text("SELECT details ->> 'learners' FROM audit_entry WHERE verb = 'category_merged'"))
                .isEqualTo("3");
        await().until(() -> announced.size() == 1);
        assertThatThrownBy(() -> settings.merge(mira, NIGHT, NIGHT).block())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("OM-08 Removed, it is taken from everybody; who comes second is told who removed it")
    void remove() {
        assertThat(settings.remove(ana, OSLO).block()).isEqualTo(3);

        assertThat(settings.uses(mira).block()).containsExactly(new CategoryUse(NIGHT, 1));
        assertThatThrownBy(() -> settings.change(mira, OSLO, look("Bergen", 20)).block())
                .isInstanceOfSatisfying(CategoryOvertaken.class, overtaken -> {
                    assertThat(overtaken.name()).isNull();
                    assertThat(overtaken.by()).isEqualTo("Ana Ruiz");
                });
        assertThat(verbs()).isEqualTo("category_removed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER_SERVICE", "AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL The list of categories is the owners' and admins'")
    void refused(Role role) {
        Actor other = Actors.withRole(database, role, "Ola", "Nordmann");

        assertThatThrownBy(() -> settings.uses(other).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settings.make(other, look("Mine", 20)).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settings.change(other, OSLO, look("Mine", 20)).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settings.merge(other, OSLO, NIGHT).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settings.remove(other, OSLO).block()).isInstanceOf(Refused.class);
        assertThat(database.number("SELECT count(*) FROM category")).isEqualTo(2);
    }

    private static CategoryLook look(String name, int hue) {
        return new CategoryLook(new CategoryName(name), hue);
    }

    private String verbs() {
        return database.text("SELECT string_agg(verb, ',' ORDER BY id) FROM audit_entry");
    }
}
