package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The rows of a checked list as they are written into a file, a page at a time. */
class OutcomesTest extends ImportScene {

    @Test
    @DisplayName("A long list comes in pages, each row once, the rows of an address together, however many they are")
    void pages() {
        String[] lines = IntStream.range(0, 7_500)
                .mapToObj(i -> (i < 6_000 ? "many" : "p" + i) + "@example.org,P,P,course,FIRE-2026")
                .toArray(String[]::new);
        ImportId id = staged(file(lines)).id();

        List<Integer> sizes = new ArrayList<>();
        List<OutcomeRow> all = new ArrayList<>();
        OutcomeRow last = null;
        for (List<OutcomeRow> page = page(id, ReviewFilter.ALL, null);
                !page.isEmpty();
                page = page(id, ReviewFilter.ALL, last)) {
            sizes.add(page.size());
            all.addAll(page);
            last = page.getLast();
        }
        assertThat(sizes).hasSizeGreaterThan(2).allMatch(size -> size <= 5_000);
        assertThat(all)
                .extracting(OutcomeRow::line)
                .containsExactlyElementsOf(IntStream.range(2, 7_502).boxed().toList());
        assertThat(all).filteredOn(OutcomeRow::wrong).hasSize(5_999);
        assertThat(all.getLast().effect()).isEqualTo(Effect.CREATED);
        assertThat(page(id, ReviewFilter.VALID, null)).hasSize(1_000);
    }

    @Test
    @DisplayName("RL Who may not see a list gets nothing of it")
    void rights() {
        ImportId id = staged(file("a@example.org,A,A,,")).id();

        assertThat(rows.outcomes(
                                Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund"),
                                id,
                                ReviewFilter.ALL,
                                null)
                        .block())
                .isEmpty();
        assertThatThrownBy(() -> rows.outcomes(
                                Actors.withRole(database, Role.AUTHOR, "Some", "Body"), id, ReviewFilter.ALL, null)
                        .block())
                .isInstanceOf(Refused.class);
    }

    private List<OutcomeRow> page(ImportId id, ReviewFilter filter, @Nullable OutcomeRow after) {
        return Objects.requireNonNull(rows.outcomes(admin, id, filter, after).block());
    }
}
