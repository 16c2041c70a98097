package app.rollcall.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Learners;
import app.rollcall.learning.MyLearning;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.Note;
import app.rollcall.ui.Segments;
import app.rollcall.ui.Tag;
import app.rollcall.ui.Texts;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RollcallTest
class MyLearningViewTest {

    private static final String PROVIDER = "vaadin.i18n.provider";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @Autowired
    private TestDatabase database;

    @Autowired
    private MyLearning learning;

    @Autowired
    private LiveEvents live;

    @Autowired
    private Learners learners;

    private long ana;
    private long amara;
    private MyLearningView view;

    @BeforeEach
    void people() {
        database.reset();
        database.run("INSERT INTO organisation (name) VALUES ('Northwind Training')");
        ana = database.teamMember("ana@example.org", "Ana", "Ruiz", "owner");
        amara = database.learner("amara@example.org", "Amara", "Okafor");
        System.setProperty(PROVIDER, Texts.class.getName());
        MockVaadin.setup(new Routes());
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        System.clearProperty(PROVIDER);
    }

    @Test
    @DisplayName("LS-03 There is a card for each course, with what is due and how far it has come")
    void cards() {
        enrol("Data protection", "required", "started", 0, "2026-11-14T10:00Z");
        enrol("Fire safety", "required", "in_progress", 72, "2026-11-28T10:00Z");
        enrol("Leading a shift", "optional", "not_started", 0, null);
        enrol("Phishing, spotted", "optional", "completed", 100, "2026-01-14T10:00Z");
        open(amara);

        assertThat(texts())
                .satisfiesExactly(
                        card -> assertThat(card).contains("Data protection", "Started", "7 days overdue"),
                        card -> assertThat(card).contains("Fire safety", "72% Completed", "Due 28 Nov"),
                        card -> assertThat(card).contains("Leading a shift", "Not Started", "No due date"),
                        card -> assertThat(card)
                                .contains("Phishing, spotted", "Completed")
                                .doesNotContain("overdue"));
        assertThat(LocatorJ._find(view, CourseCard.class)
                        .getFirst()
                        .getElement()
                        .getOuterHTML())
                .contains("class=\"due over\"");
        assertThat(text(view)).contains("3 courses to do, 2 required, 1 overdue.");
    }

    @Test
    @DisplayName("MA-06 The picture of a course says Required or Optional")
    void tags() {
        enrol("Fire safety", "required", "not_started", 0, "2026-11-28T10:00Z");
        enrol("Leading a shift", "optional", "not_started", 0, null);
        open(amara);

        assertThat(LocatorJ._find(view, Tag.class))
                .extracting(MyLearningViewTest::text)
                .containsExactly("Required", "Optional");
    }

    @Test
    @DisplayName("LS-03 To do and Completed are told apart and counted")
    void filter() {
        enrol("Fire safety", "required", "in_progress", 72, null);
        enrol("Phishing, spotted", "optional", "completed", 100, null);
        open(amara);
        @SuppressWarnings("unchecked")
        Segments<Shown> filter = LocatorJ._get(view, Segments.class);
        assertThat(text(filter)).contains("To do1", "Completed1", "All2");

        filter.setValue(Shown.COMPLETED);
        assertThat(texts()).singleElement().asString().contains("Phishing, spotted");
        filter.setValue(Shown.TO_DO);
        assertThat(texts()).singleElement().asString().contains("Fire safety");
    }

    @Test
    @DisplayName("LS-03 Who has no courses is told so, and that they come by themselves")
    void nothing_yet() {
        view = view(amara);
        until(() -> !LocatorJ._find(view, EmptyState.class).isEmpty());

        assertThat(text(view)).contains("No courses yet");
        assertThat(LocatorJ._find(view, Segments.class)).isEmpty();
    }

    @Test
    @DisplayName("LS-07 A learner who is paused sees it at once, with whom to ask, and again when it is over")
    void paused_while_looking() {
        enrol("Fire safety", "required", "in_progress", 72, null);
        open(amara);
        assertThat(LocatorJ._find(view, Note.class)).isEmpty();

        Actor owner = actor(ana, Role.OWNER);
        learners.pause(owner, new PersonId(amara)).block();
        until(() -> !LocatorJ._find(view, Note.class).isEmpty());
        assertThat(text(LocatorJ._get(view, Note.class)))
                .contains("Your courses are closed", "Ana Ruiz", "Northwind Training");
        assertThat(view.getElement().getOuterHTML()).contains("cards closed");

        learners.unpause(owner, new PersonId(amara)).block();
        until(() -> LocatorJ._find(view, Note.class).isEmpty());
        assertThat(view.getElement().getOuterHTML()).doesNotContain("cards closed");
    }

    @Test
    @DisplayName("RL Somebody else's courses are not on the screen, and no button does nothing")
    void only_ones_own() {
        enrol("Fire safety", "required", "in_progress", 72, null);
        view = view(ana);
        until(() -> !LocatorJ._find(view, EmptyState.class).isEmpty());

        assertThat(text(view)).doesNotContain("Fire safety");
        assertThat(LocatorJ._find(view, Button.class)).isEmpty();
    }

    private void enrol(String title, String requirement, String completion, int progress, String due) {
        long course = database.course(title.toUpperCase(Locale.ROOT), title);
        database.run("""
                INSERT INTO enrolment (person_id, course_id, requirement, completion, progress, due_at)
                VALUES (?, ?, ?, ?, ?, ?::timestamptz)""", amara, course, requirement, completion, progress, due);
    }

    private void open(long person) {
        view = view(person);
        until(() -> !LocatorJ._find(view, CourseCard.class).isEmpty());
    }

    private MyLearningView view(long person) {
        MyLearningView opened = new MyLearningView(learning, live, CLOCK, actor(person));
        UI.getCurrent().add(opened);
        return opened;
    }

    private List<String> texts() {
        return LocatorJ._find(view, CourseCard.class).stream()
                .map(MyLearningViewTest::text)
                .toList();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static Actor actor(long person, Role... roles) {
        return new Actor(new PersonId(person), "Somebody", Set.of(roles), Locale.ENGLISH, ZoneOffset.UTC);
    }

    /** What is pushed waits for the session's lock, which the test's thread holds until it makes a round trip. */
    private static void until(BooleanSupplier there) {
        await().atMost(Duration.ofSeconds(10)).pollInSameThread().until(() -> {
            MockVaadin.clientRoundtrip(false);
            return there.getAsBoolean();
        });
    }
}
