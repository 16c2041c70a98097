package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.Effect;
import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Matching.Key;
import app.rollcall.importing.Matching.Mode;
import app.rollcall.importing.Options;
import app.rollcall.importing.Options.Invitations;
import app.rollcall.importing.Step;
import app.rollcall.importing.csv.Column;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a checked list would do to people, before it does it. */
class DryRunTest extends ImportPanelScene {

    private static final String FILE = """
            email,first_name,last_name,phone,employee_id,item_type,item_id
            new@example.org,Nora,Vidal,,,course,FIRE-2026
            anna@example.org,Anna,Berger,,,,
            bo@example.org,Bo,Hansen,030 9999,,,
            cy@example.org,Cy,Cole,,=7,,
            di@example.org,Di,Dahl,,,course,QQQQQQ
            """;

    @BeforeEach
    void people() {
        database.learner("anna@example.org", "Anna", "Berg");
        database.run(
                "UPDATE person SET phone = '020 1234', edited = '{phone}' WHERE id = ?",
                database.learner("bo@example.org", "Bo", "Hansen"));
        database.run(
                "UPDATE person SET employee_id = '=7' WHERE id = ?", database.learner("cy@example.org", "Cy", "Cole"));
    }

    private ImportId upserting() {
        ImportId id = upload(FILE.getBytes(StandardCharsets.UTF_8));
        reaches(id, Step.ADDING);
        imports.choose(
                        mira,
                        id,
                        new Options(
                                Invitations.NOW,
                                false,
                                null,
                                null,
                                null,
                                new Matching(List.of(Key.EMAIL, Key.EMPLOYEE_ID), Mode.UPSERT, false, false)))
                .block();
        imports.validate(mira, id).block();
        reaches(id, Step.CHECKING);
        show(id);
        until(() -> LocatorJ._assertOne(CheckStep.class));
        until(() -> assertThat(verdict()).isNotEmpty());
        return id;
    }

    @Test
    @DisplayName("A dry run counts who would be new, updated, unchanged, in conflict; each count shows its own")
    void effects() {
        upserting();

        assertThat(text(LocatorJ._get(EffectFilters.class))).isEqualTo("1 new1 updated1 unchanged1 conflict");
        LocatorJ._click(filter("updated"));
        assertThat(GridKt._findAll(groups())).extracting(EmailGroup::email).containsExactly("anna@example.org");
        assertThat(filter("updated").getElement().getAttribute("aria-pressed")).isEqualTo("true");
        assertThat(filter("all").getElement().getAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    @DisplayName("An address says what it comes to, and opened, each field that changes or is kept")
    void changes() {
        upserting();

        assertThat(GridKt._findAll(groups()).stream()
                        .map(group -> text(groups().head(group)))
                        .toList())
                .containsExactly(
                        "new@example.org1 rowNewValid",
                        "anna@example.org1 rowUpdatedValid",
                        "bo@example.org1 rowConflict1 warning",
                        "cy@example.org1 rowUnchangedValid",
                        "di@example.org1 row1 error");
        assertThat(text(lines(1))).startsWith("Last name: Berg → Berger");
        assertThat(text(lines(2)))
                .startsWith("Phone stays 020 1234, edited by hand (the list says 030 9999)")
                .contains("Edited by hand, and so kept as it is: Phone.");
    }

    @Test
    @DisplayName("Who has no address goes by the name that the file gives them, by the field's own name")
    void withoutAddress() {
        Span words = new Span();

        assertThat(ChangeWords.person(words, named("employee_id:00099"))).isEqualTo("Employee ID 00099");
        assertThat(ChangeWords.person(words, named(""))).isEqualTo("No address");
    }

    @Test
    @DisplayName("The counts move as rows are mended")
    void live() {
        ImportId id = upserting();
        rows.change(mira, id, 2, Column.LAST_NAME, "Berg").block();

        until(() ->
                assertThat(text(LocatorJ._get(EffectFilters.class))).isEqualTo("1 new0 updated2 unchanged1 conflict"));
    }

    @Test
    @DisplayName("What the chosen filter shows is a CSV file to keep: a spreadsheet reads it, and runs nothing of it")
    void download() {
        upserting();

        assertThat(downloaded())
                .startsWith("\uFEFFLine,Email,Employee ID,Item type,Item ID,Outcome,Changes,Reason\r\n")
                .contains(
                        "2,new@example.org,,course,FIRE-2026,created,,\r\n",
                        "3,anna@example.org,,,,updated,Last name: Berg → Berger,\r\n",
                        "4,bo@example.org,,,,conflict,\"Phone stays 020 1234, edited by hand (the list says 030 9999)\",\"Edited by hand,",
                        "5,cy@example.org,'=7,,,unchanged,,\r\n",
                        "6,di@example.org,,course,QQQQQQ,error,,\"There is no course with the ID “QQQQQQ”. Correct the ID in line 6, or");
        LocatorJ._click(filter("unchanged"));
        assertThat(downloaded().lines().skip(1)).containsExactly("5,cy@example.org,'=7,,,unchanged,,");
    }

    private static EmailGroup named(String key) {
        return new EmailGroup(1, key, 1, 0, 0, Effect.UNCHANGED, List.of(), List.of());
    }

    private static String downloaded() {
        return new String(
                DownloadKt._download(LocatorJ._get(Anchor.class, spec -> spec.withId("download-dry-run"))),
                StandardCharsets.UTF_8);
    }

    private static NativeButton filter(String id) {
        return LocatorJ._get(NativeButton.class, spec -> spec.withId("filter-" + id));
    }
}
