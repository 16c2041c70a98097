package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.importing.EmailGroup;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.Source;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.Segments;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ObjectNode;

/** An admin before the page of an import, in an organisation with a course, a product and a learner who has the course. */
@RollcallTest
abstract class ImportPanelScene {

    protected static final String GOOD = "a@example.org,Ana,A,course,FIRE-2026";
    protected static final String BAD = "b.example.org,Bo,B,,";
    protected static final String ENROLLED = "here@example.org,He,Re,course,FIRE-2026";
    private static final String HEADINGS = "email,first_name,last_name,item_type,item_id\n";

    @Autowired
    protected ApplicationContext application;

    @Autowired
    protected TestDatabase database;

    @Autowired
    protected Imports imports;

    @Autowired
    protected ImportRows rows;

    protected Actor mira;

    @BeforeEach
    void anAdminAndItems() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.run(
                "INSERT INTO enrolment (person_id, course_id) VALUES (?, ?)",
                database.learner("here@example.org", "He", "Re"),
                database.course("FIRE-2026", "Fire safety"));
        database.course("ILT-LYON", "First aid in Lyon");
        database.product("ONB-BASIC", "Onboarding, basic");
        TestScreen.open(application, mira, ImportView.class);
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    protected Actor tom() {
        return Actors.withRole(database, Role.OWNER, "Tom", "Becker");
    }

    protected static byte[] file(String... lines) {
        return (HEADINGS + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    protected ImportId upload(byte[] file) {
        return Objects.requireNonNull(
                imports.upload(mira, UUID.randomUUID(), "list.csv", Flux.just(ByteBuffer.wrap(file)))
                        .block());
    }

    protected void append(ImportId id, String name, byte[] file) {
        imports.append(mira, id, UUID.randomUUID(), Source.Kind.FILE, name, Flux.just(ByteBuffer.wrap(file)))
                .block();
    }

    /** A list of these lines, open in the Add step. */
    protected ImportId adding(String... lines) {
        ImportId id = upload(file(lines));
        reaches(id, Step.ADDING);
        show(id);
        until(() -> LocatorJ._assertOne(StagedPart.class));
        return id;
    }

    /** A list of these lines, checked and shown. */
    protected ImportId review(String... lines) {
        ImportId id = upload(file(lines));
        reaches(id, Step.ADDING);
        imports.validate(mira, id).block();
        reaches(id, Step.CHECKING);
        show(id);
        until(() -> LocatorJ._assertOne(CheckStep.class));
        return id;
    }

    protected void reaches(ImportId id, Step step) {
        until(() -> {
            Import now = found(id);
            assertThat(now.job().state()).isEqualTo(JobState.REVIEW);
            assertThat(now.step()).isEqualTo(step);
        });
    }

    protected Import found(ImportId id) {
        return Objects.requireNonNull(imports.find(mira, id).block());
    }

    protected static void show(ImportId id) {
        UI.getCurrent().navigate("management/members/learners/imports/" + id.value());
    }

    protected static void skipRows() {
        Tabs rule = LocatorJ._get(LocatorJ._get(Segments.class, spec -> spec.withId("on-error")), Tabs.class);
        TestScreen.fromBrowser(rule, "selected", 1);
    }

    protected static StagedList staged() {
        return LocatorJ._get(StagedList.class);
    }

    protected static Component cell(int row, String column) {
        return GridKt._getCellComponent(staged(), row, column);
    }

    protected static ReviewGroups groups() {
        return LocatorJ._get(ReviewGroups.class);
    }

    protected static EmailGroup group(int at) {
        return GridKt._get(groups(), at);
    }

    /** The lines of an address as its open row shows them. */
    protected static GroupLines lines(int group) {
        return groups().lines(group(group));
    }

    protected static <C extends Component> C in(Component parent, Class<C> type) {
        return all(parent)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type.getSimpleName() + " in " + text(parent)));
    }

    protected static <C extends Component> C in(Component parent, Class<C> type, String id) {
        return all(parent)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(found -> found.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No #" + id + " in " + text(parent)));
    }

    private static Stream<Component> all(Component parent) {
        return Stream.concat(Stream.of(parent), parent.getChildren().flatMap(ImportPanelScene::all));
    }

    /** An event as the browser tells it; what was asked about it, it answers with this. */
    protected static void browser(Component component, String event, Object answer) {
        Element element = component.getElement();
        ElementListenerMap listeners = element.getNode().getFeature(ElementListenerMap.class);
        ObjectNode answers = JacksonUtils.createObjectNode();
        listeners.getExpressions(event).forEach(asked -> answers.putPOJO(asked, answer));
        listeners.fireEvent(new DomEvent(element, event, JacksonUtils.readTree(answers.toString())));
    }

    protected static ReviewRow row(int at) {
        return GridKt._get(staged(), at);
    }

    protected static String verdict() {
        return text(LocatorJ._get(Verdict.class));
    }

    protected static Span span(String id) {
        return LocatorJ._get(Span.class, spec -> spec.withId(id));
    }

    protected static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }
}
