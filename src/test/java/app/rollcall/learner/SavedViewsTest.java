package app.rollcall.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class SavedViewsTest {

    @Autowired
    private TestDatabase database;

    @Autowired
    private SavedViews views;

    private Actor mira;
    private Actor ana;
    private Actor tomas;

    @BeforeEach
    void aTeam() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        ana = Actors.withRole(database, Role.OWNER, "Ana", "Ruiz");
        tomas = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Tomás", "Keller");
    }

    @Test
    @DisplayName(
            "OM-08 A saved view is its owner's alone until it is shared; one's own come first, then those of others")
    void sharing() {
        SavedView late = saved(mira, "Late", false);
        SavedView oslo = saved(mira, "Oslo", true);
        SavedView mine = saved(tomas, "Zürich", false);

        assertThat(views.all(mira).block()).containsExactly(late, oslo);
        assertThat(views.all(tomas).block()).containsExactly(mine, oslo);
        assertThat(oslo.ownerName()).isEqualTo("Mira Solberg");
        assertThat(views.find(tomas, oslo.id()).block()).isEqualTo(oslo);
        assertThat(views.find(tomas, late.id()).block()).isNull();

        SavedView shared = Objects.requireNonNull(views.share(mira, late).block());
        assertThat(views.all(tomas).block()).containsExactly(mine, shared, oslo);
        assertThat(views.unshare(mira, shared).block()).isNotNull();
        assertThat(views.all(tomas).block()).containsExactly(mine, oslo);
        assertThat(trail())
                .isEqualTo("view_saved own,view_saved shared,view_saved own,view_changed shared,view_changed unshared");
    }

    @Test
    @DisplayName("OM-08 A saved view is renamed and shows something else, by its owner")
    void change() {
        SavedView late = saved(mira, "Late", true);

        SavedView renamed = Objects.requireNonNull(
                views.rename(mira, late, new ViewName(" LATE  ones ")).block());
        assertThat(renamed.name()).isEqualTo("LATE ones");
        SavedView updated = Objects.requireNonNull(
                views.update(mira, renamed, "status=paused").block());
        assertThat(updated.query()).isEqualTo("status=paused");
        assertThat(updated.shared()).isTrue();
        assertThat(updated.version()).isEqualTo(2);
    }

    @Test
    @DisplayName("OM-08 Nobody has two saved views of one name, whatever its case; two people may")
    void taken() {
        SavedView late = saved(mira, "Late", false);
        SavedView oslo = saved(mira, "Oslo", false);
        saved(ana, "late", true);

        assertThatThrownBy(() -> saved(mira, "LATE", false))
                .isInstanceOfSatisfying(
                        ViewNameTaken.class, taken -> assertThat(taken.name()).isEqualTo("LATE"));
        assertThatThrownBy(() -> views.rename(mira, oslo, new ViewName("late")).block())
                .isInstanceOf(ViewNameTaken.class);
        assertThat(views.rename(mira, late, new ViewName("LATE")).block()).isNotNull();
        assertThat(database.number("SELECT count(*) FROM saved_view")).isEqualTo(3);
    }

    @Test
    @DisplayName("OM-08 A deleted view comes back by Undo, under the number that links to it know")
    void undo() {
        SavedView late = saved(mira, "Late", true);
        views.remove(mira, late).block();
        assertThat(views.all(ana).block()).isEmpty();

        SavedView back = Objects.requireNonNull(views.putBack(mira, late).block());
        assertThat(back.id()).isEqualTo(late.id());
        assertThat(back.query()).isEqualTo(late.query());
        assertThat(views.all(ana).block()).containsExactly(back);
        assertThatThrownBy(() -> views.putBack(mira, late).block()).isInstanceOf(ViewNameTaken.class);
        assertThat(trail()).isEqualTo("view_saved shared,view_removed deleted,view_saved undo");
    }

    @Test
    @DisplayName("OM-08 Of two who change a saved view, the second is told who was first")
    void overtaken() {
        SavedView late = saved(mira, "Late", true);
        views.unshare(ana, late).block();

        assertThatThrownBy(() -> views.update(mira, late, "status=paused").block())
                .isInstanceOfSatisfying(ViewOvertaken.class, first -> {
                    assertThat(first.gone()).isFalse();
                    assertThat(first.by()).isEqualTo("Ana Ruiz");
                    assertThat(first.at()).isNotNull();
                });
        assertThatThrownBy(() -> views.remove(ana, late).block())
                .isInstanceOfSatisfying(
                        ViewOvertaken.class, first -> assertThat(first.gone()).isTrue());
        assertThat(database.text("SELECT query FROM saved_view")).isEqualTo("search=late");
    }

    @Test
    @DisplayName("RL What is shared can be taken back by who may change settings; changed it is by its owner alone")
    void others() {
        SavedView late = saved(mira, "Late", true);

        for (Actor other : List.of(ana, tomas)) {
            assertThatThrownBy(() ->
                            views.rename(other, late, new ViewName("Mine")).block())
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> views.update(other, late, "").block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> views.share(other, late).block()).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> views.unshare(tomas, late).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.remove(tomas, late).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.putBack(tomas, late).block()).isInstanceOf(Refused.class);
        assertThat(database.number("SELECT version FROM saved_view")).isZero();

        assertThat(views.unshare(ana, late).block())
                .as("is not hers to see any more")
                .isNull();
        assertThat(database.text("SELECT shared FROM saved_view")).isEqualTo("f");
        SavedView again = Objects.requireNonNull(views.share(
                        mira, Objects.requireNonNull(views.find(mira, late.id()).block()))
                .block());
        views.remove(ana, again).block();
        assertThat(Objects.requireNonNull(views.putBack(ana, again).block()).owner())
                .isEqualTo(mira.id());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUTHOR", "INSTRUCTOR", "COORDINATOR"})
    @DisplayName("RL Who may not see the directory has no views of it, and sees none")
    void refused(Role role) {
        SavedView late = saved(mira, "Late", true);
        Actor other = Actors.withRole(database, role, "Ola", "Nordmann");

        assertThatThrownBy(() -> views.all(other).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.find(other, late.id()).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> saved(other, "Mine", false)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.rename(other, late, new ViewName("Mine")).block())
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.remove(other, late).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> views.putBack(other, late).block()).isInstanceOf(Refused.class);
        assertThat(database.number("SELECT count(*) FROM saved_view")).isEqualTo(1);
    }

    @Test
    @DisplayName("OM-08 A view leaves with its owner")
    void ownerGone() {
        saved(ana, "Late", true);
        database.run("DELETE FROM person WHERE id = ?", ana.id().value());

        assertThat(views.all(mira).block()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0\n"})
    @DisplayName("OM-08 A saved view has a name")
    void nameless(String name) {
        assertThat(ViewName.of(name)).isEmpty();
        assertThat(ViewName.of("x".repeat(61))).isEmpty();
        assertThat(ViewName.of("x".repeat(60))).isPresent();
        assertThatThrownBy(() -> views.save(mira, new ViewName("Long"), false, "x".repeat(2_001))
                        .block())
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SavedView saved(Actor actor, String name, boolean shared) {
        return Objects.requireNonNull(
                views.save(actor, new ViewName(name), shared, "search=late").block());
    }

    private String trail() {
        return database.text(
                "SELECT string_agg(verb || ' ' || (details ->> 'what'), ',' ORDER BY id) FROM audit_entry WHERE subject_kind = 'view'");
    }
}
