package app.rollcall.importing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.DialectChoice;
import app.rollcall.importing.csv.FileSample.FileColumn;
import app.rollcall.importing.csv.ReadingChoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of a choice while it is made. */
class ReadingDraftTest {

    private static final ReadingDraft NOTHING = ReadingDraft.of(ReadingChoice.DETECT);

    @Test
    @DisplayName("A column is picked by its heading, or by its place where the heading is empty or there twice")
    void pick() {
        List<FileColumn> columns = columns("email", "Ort", "ort", "");

        assertThat(NOTHING.pick(0, columns, Column.EMAIL)
                        .pick(2, columns, Column.CITY)
                        .pick(3, columns, null)
                        .picks())
                .containsExactly(Pick.named("email", Column.EMAIL), Pick.at(3, Column.CITY), Pick.at(4, null));
    }

    @Test
    @DisplayName("What was said last about a column holds")
    void again() {
        List<FileColumn> columns = columns("email", "Ort");

        assertThat(NOTHING.pick(1, columns, Column.CITY)
                        .pick(1, columns, Column.STATE)
                        .picks())
                .containsExactly(Pick.named("Ort", Column.STATE));
    }

    @Test
    @DisplayName(
            "Case 9 In another charset a picked column is found by its place, where its heading will read otherwise")
    void charset() {
        List<FileColumn> columns = columns("email", "Stra\u00c3\u0178e", "Ort");
        ReadingDraft draft = NOTHING.pick(1, columns, Column.ADDRESS1).pick(2, columns, Column.CITY);

        assertThat(draft.in(StandardCharsets.UTF_8, columns).picks())
                .containsExactly(Pick.at(2, Column.ADDRESS1), Pick.named("Ort", Column.CITY));
    }

    @Test
    @DisplayName("With another delimiter, places mean other columns and are forgotten; headings are not")
    void delimiter() {
        List<FileColumn> columns = columns("email", "", "Ort");
        ReadingDraft draft = NOTHING.pick(1, columns, Column.PHONE).pick(2, columns, Column.CITY);

        assertThat(draft.cutAt(';').choice())
                .isEqualTo(new ReadingChoice(
                        new DialectChoice(null, ';'), ColumnChoice.of(List.of(Pick.named("Ort", Column.CITY)))));
    }

    @Test
    @DisplayName("MA-11 Strict headings leave nothing to pick, and what was picked is there again without them")
    void strict() {
        ReadingDraft draft = NOTHING.pick(0, columns("mail"), Column.EMAIL);

        assertThat(draft.strictly(true).choice().columns()).isEqualTo(ColumnChoice.STRICT);
        assertThat(Objects.requireNonNull(
                                draft.strictly(true).strictly(false).choice().columns())
                        .picks())
                .containsExactly(Pick.named("mail", Column.EMAIL));
        assertThat(NOTHING.choice()).isEqualTo(ReadingChoice.DETECT);
    }

    @Test
    @DisplayName(
            "Case 4 When the first line turns out to be data, what was said of its columns stays with their places")
    void headless() {
        List<FileColumn> columns = columns("anna@example.org", "Anna", "");
        ReadingDraft draft = NOTHING.pick(0, columns, Column.EMAIL)
                .pick(1, columns, Column.FIRST_NAME)
                .pick(2, columns, null)
                .withoutHeadings(true, columns);

        assertThat(draft.choice().columns())
                .isEqualTo(ColumnChoice.headless(
                        List.of(Pick.at(1, Column.EMAIL), Pick.at(2, Column.FIRST_NAME), Pick.at(3, null))));
        assertThat(ReadingDraft.of(draft.choice())).isEqualTo(draft);
        assertThat(draft.cutAt(';').choice().columns()).isEqualTo(ColumnChoice.headless(List.of()));
        assertThat(draft.strictly(true).choice().columns()).isEqualTo(ColumnChoice.STRICT);
        assertThat(draft.withoutHeadings(false, columns("", "", "")).choice().columns())
                .isEqualTo(ColumnChoice.of(draft.picks()));
    }

    private static List<FileColumn> columns(String... headings) {
        return Stream.of(headings)
                .map(heading -> new FileColumn(heading, null, null))
                .toList();
    }
}
