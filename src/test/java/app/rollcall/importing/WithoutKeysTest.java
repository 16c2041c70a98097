package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keys would promise of the tables that an import fills by the hundred thousand, and is kept without them. */
class WithoutKeysTest extends MatchScene {

    @Test
    @DisplayName("A list that goes takes its rows, groups, findings and matches with it, and no other's")
    void goesWithTheList() {
        known("anna@example.org", "1");
        String[] rows = {"anna@example.org,Anna,Berg,,,,course,NOPE", "new@example.org,N,N,,,,,"};
        ImportId gone = checked(chosen(people(rows), Matching.Mode.INSERT)).id();
        checked(chosen(people(rows), Matching.Mode.INSERT));
        List<String> tables = List.of("import_row", "import_email", "import_finding", "import_match");
        List<Long> both = tables.stream().map(this::count).toList();
        database.run("DELETE FROM job WHERE id = ?", gone.value());

        assertThat(both).containsExactly(4L, 4L, 2L, 2L);
        assertThat(tables.stream().map(this::count)).containsExactly(2L, 2L, 1L, 1L);
    }

    @Test
    @DisplayName("R11 An admin who goes is taken out of what the import noted as theirs")
    void goesWithThePerson() {
        run(chosen(
                people("a@example.org,A,A,,,,course,FIRE-2026", "a@example.org,A,A,,,,product,ONB-BASIC"),
                Matching.Mode.INSERT));
        database.run("DELETE FROM person WHERE id = ?", admin.id().value());

        assertThat(count("invitation WHERE invited_by IS NULL")).isEqualTo(1);
        assertThat(count("enrolment WHERE assigned_by IS NULL")).isEqualTo(1);
        assertThat(count("product_access WHERE granted_by IS NULL")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "UPSERT"})
    @DisplayName("Case 80 Somebody who is removed after the check fails their rows, and is not made anew")
    void removed(Matching.Mode mode) {
        long anna = known("anna@example.org", "1");
        ImportId id =
                chosen(people("anna@example.org,Anna,Berger,,,,course,FIRE-2026", "new@example.org,N,N,,,,,"), mode);
        Import over = runAfter(id, () -> database.run("DELETE FROM person WHERE id = ?", anna));

        assertThat(failures(id)).containsExactly("2 anna@example.org person_gone");
        assertThat(rows(over)).containsExactly(1L, 0L, 0L, 1L);
        assertThat(count("person WHERE learner")).isEqualTo(1);
    }
}
