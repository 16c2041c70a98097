package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.importing.FailedRow;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.importing.ReviewRow;
import app.rollcall.live.JobProgress;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Segments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tabs;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;

@RollcallTest
class ImportPanelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");
    private static final String GOOD = "a@example.org,Ana,A,course,FIRE-2026";
    private static final String BAD = "b.example.org,Bo,B,,";
    private static final String ENROLLED = "here@example.org,He,Re,course,FIRE-2026";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Imports imports;

    private Actor mira;

    @BeforeEach
    void anAdminAndACourse() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                database.learner("here@example.org", "He", "Re"),
                database.course("FIRE-2026", "Fire safety"));
        TestScreen.open(application, mira, ImportView.class);
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-36 Before there is a file the panel takes one, and Cancel leaves")
    void addStep() {
        ImportPanel panel = application.getBean(ImportPanel.class);
        AtomicInteger left = new AtomicInteger();
        panel.onDone(left::incrementAndGet);
        UI.getCurrent().add(panel, panel.foot());

        LocatorJ._assertOne(AddStep.class);
        LocatorJ._click(button("cancel"));
        assertThat(left).hasValue(1);
    }

    @Test
    @DisplayName("OM-46, OM-47, OM-49 The check shows its four counts, and each row with outcome and reasons")
    void checkStep() {
        review(GOOD, BAD, ENROLLED);

        assertThat(text(LocatorJ._get(Figures.class))).isEqualTo("Total emails3Successful rows1Warnings1Errors1");
        assertThat(cell(0, "outcome")).isEqualTo("Valid");
        assertThat(cell(0, "reason")).isEmpty();
        assertThat(cell(0, "kind")).isEqualTo("Course");
        assertThat(cell(1, "outcome")).isEqualTo("Error");
        assertThat(cell(1, "reason")).contains("“b.example.org” in line 3 is not an e-mail address");
        assertThat(cell(1, "kind")).isEqualTo("Invite only");
        assertThat(cell(2, "outcome")).isEqualTo("Warning");
        assertThat(cell(2, "reason")).startsWith("Already enrolled in “FIRE-2026”");
        assertThat(text(LocatorJ._get(CheckStep.class))).contains("3 rows · UTF-8, comma");
    }

    @Test
    @DisplayName("OM-49 The row filter counts the outcomes and shows those rows alone")
    void rowFilter() {
        review(GOOD, BAD, ENROLLED);
        Tabs tabs = LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("row-filter")), Tabs.class);

        assertThat(tabs.getChildren().map(TestScreen::text))
                .containsExactly("All rows3", "Valid1", "Warnings1", "Errors1");
        TestScreen.fromBrowser(tabs, "selected", 3);
        assertThat(GridKt._findAll(rows())).extracting(ReviewRow::line).containsExactly(3);
    }

    @Test
    @DisplayName("OM-50, OM-52 With errors Confirm is off until rows with errors are to be skipped")
    void errorsBlock() {
        review(GOOD, BAD, ENROLLED);

        assertThat(button("confirm-import").isEnabled()).isFalse();
        assertThat(verdict()).startsWith("1 row still needs you");
        skipRows();
        assertThat(button("confirm-import").isEnabled()).isTrue();
        assertThat(verdict()).isEqualTo("2 rows will be imported, 1 left out");
    }

    @Test
    @DisplayName("OM-51, OM-52 Warnings alone do not hold Confirm back, and there is no rule to choose")
    void warningsPass() {
        review(GOOD, ENROLLED);

        assertThat(button("confirm-import").isEnabled()).isTrue();
        assertThat(verdict()).isEqualTo("2 rows will be imported");
        assertThat(LocatorJ._find(Segments.class, spec -> spec.withId("on-error")))
                .isEmpty();
    }

    @Test
    @DisplayName("OM-50 A list without a good row cannot be confirmed under either rule")
    void nothing() {
        review(BAD);
        skipRows();

        assertThat(button("confirm-import").isEnabled()).isFalse();
        assertThat(verdict()).isEqualTo("No row can be imported");
    }

    @Test
    @DisplayName("OM-53, OM-54, OM-55 Confirmed, the screen goes on by itself to the counts, the failed rows and Done")
    void result() {
        review(GOOD, BAD, ENROLLED);
        skipRows();
        LocatorJ._click(button("confirm-import"));
        until(() -> LocatorJ._assertOne(ResultStep.class));

        assertThat(LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Imported, with 1 row to look at");
        assertThat(text(LocatorJ._get(Figures.class)))
                .isEqualTo("Total rows3Successful rows2Failed rows1Auto-enrolled items1Invitations queued1");
        Grid<FailedRow> failed = failedRows();
        assertThat(String.join(" ", GridKt._getFormattedRow(failed, 0)))
                .contains("text='3'", "text='b.example.org'", "is not an e-mail address");
        assertThat(button("done").isEnabled()).isTrue();
    }

    @Test
    @DisplayName("OM-54 A clean import says so and lists no failed rows")
    void cleanResult() {
        ImportId id = review(GOOD);
        imports.confirm(mira, id, OnError.BLOCK).block();
        until(() -> LocatorJ._assertOne(ResultStep.class));

        assertThat(LocatorJ._get(H2.class, spec -> spec.withId("result")).getText())
                .isEqualTo("Imported");
        assertThat(LocatorJ._find(Grid.class)).isEmpty();
    }

    @Test
    @DisplayName("LV-03 What another admin confirms or discards moves this screen on as well")
    void byOthers() {
        ImportId id = review(GOOD, BAD);
        imports.discard(Actors.withRole(database, Role.OWNER, "Tom", "Becker"), id)
                .block();

        until(() -> assertThat(text(LocatorJ._get(FailedStep.class)))
                .isEqualTo("This list was discarded. Nothing was imported."));
        LocatorJ._click(button("other-file"));
        LocatorJ._assertOne(AddStep.class);
    }

    @Test
    @DisplayName("Case 1 A file that is refused is told why in a sentence, with a way back")
    void failedStep() {
        ImportId id = upload("name,town\nAna,Oslo\n");
        show(id);
        until(() -> LocatorJ._assertOne(FailedStep.class));

        assertThat(text(LocatorJ._get(FailedStep.class)))
                .startsWith("The required column email is not found. Found: name, town");
        LocatorJ._assertOne(Button.class, spec -> spec.withId("other-file"));
    }

    @Test
    @DisplayName("LV-03 While it runs the screen shows share, rows, pace, time left and who started it")
    void runStep() {
        RunStep step = new RunStep(new ImportId(7), Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
        UI.getCurrent().removeAll();
        UI.getCurrent().add(step);
        UI.getCurrent().add(step.foot());
        step.update(running());

        assertThat(text(span("percent"))).isEqualTo("61%");
        assertThat(text(span("rows-done"))).isEqualTo("19,346 of 31,204 rows");
        assertThat(text(span("pace"))).isEqualTo("645 rows/s · about 18 s left");
        assertThat(text(LocatorJ._get(Figures.class)))
                .isEqualTo(
                        "Successful rows19,335Invitations queued300Auto-enrolled items400Skipped, nothing to do35Failed rows11");
        assertThat(text(UI.getCurrent())).contains("Started by Ana Ruiz");
    }

    private static Import running() {
        JobProgress job = new JobProgress(
                7,
                "import",
                "list.csv",
                JobState.RUNNING,
                "applying",
                31_204,
                19_335,
                11,
                1L,
                "Ana Ruiz",
                NOW,
                NOW.minusSeconds(30),
                0,
                NOW,
                null,
                null);
        return new Import(
                new ImportId(7),
                job,
                "list.csv",
                1_000,
                "UTF-8",
                ",",
                OnError.SKIP_ROWS,
                31_204,
                31_204,
                31_193,
                0,
                11,
                19_300,
                35,
                300,
                400);
    }

    private ImportId review(String... rows) {
        ImportId id = upload("email,first_name,last_name,item_type,item_id\n" + String.join("\n", rows) + "\n");
        show(id);
        until(() -> LocatorJ._assertOne(CheckStep.class));
        return id;
    }

    private ImportId upload(String file) {
        Flux<ByteBuffer> bytes = Flux.just(ByteBuffer.wrap(file.getBytes(StandardCharsets.UTF_8)));
        return Objects.requireNonNull(
                imports.upload(mira, UUID.randomUUID(), "list.csv", bytes).block());
    }

    private static void show(ImportId id) {
        UI.getCurrent().navigate("management/members/learners/imports/" + id.value());
    }

    private static void skipRows() {
        Tabs rule = LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("on-error")), Tabs.class);
        TestScreen.fromBrowser(rule, "selected", 1);
    }

    private static ReviewGrid rows() {
        return LocatorJ._get(ReviewGrid.class);
    }

    @SuppressWarnings("unchecked")
    private static Grid<FailedRow> failedRows() {
        return LocatorJ._get(Grid.class, spec -> spec.withId("failed-rows"));
    }

    private static String cell(int row, String column) {
        return text(GridKt._getCellComponent(rows(), row, column));
    }

    private static String verdict() {
        return text(span("verdict"));
    }

    private static Span span(String id) {
        return LocatorJ._get(Span.class, spec -> spec.withId(id));
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }
}
