package app.rollcall.learner.ui;

import static app.rollcall.learner.ui.DrawnRows.cell;
import static app.rollcall.learner.ui.DrawnRows.grid;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.LearnerRow;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.DataChangeEvent.DataRefreshEvent;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A directory that somebody leaves for a record and comes back to. */
@RollcallTest
class DirectoryLeftTest {

    private static final String DIRECTORY = "management/members/learners";

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private LiveEvents live;

    private final List<DataChangeEvent<LearnerRow>> drawn = new ArrayList<>();
    private LearnerGrid left;
    private long lea;

    @BeforeEach
    void aDirectoryThatWasLeftForARecord() {
        database.reset();
        for (int number = 100; number < 260; number++) {
            database.learner("learner" + number + "@example.org", "Lea", "No " + number);
        }
        lea = database.id("SELECT id FROM person WHERE email = 'learner103@example.org'");
        TestScreen.open(
                application,
                Actors.withRole(database, Role.ADMIN, "Mira", "Solberg"),
                LearnersView.class,
                RecordView.class);
        UI.getCurrent().navigate(DIRECTORY);
        grid().getDataCommunicator().setViewportRange(0, 25);
        until(() -> assertThat(count()).isEqualTo("160"));
        assertThat(cell(0, "name")).contains("No 100");
        left = grid();
        left.getDataProvider().addDataProviderListener(drawn::add);
        UI.getCurrent().navigate(RecordUrl.path(new PersonId(lea)));
        MockVaadin.clientRoundtrip(false);
        drawn.clear();
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("OM-03 Who comes back finds the rows as they left them, and none is drawn again")
    void asItWasLeft() {
        UI.getCurrent().navigate(DIRECTORY);

        assertThat(grid()).isSameAs(left);
        assertThat(cell(0, "name")).contains("No 100");
        until(() -> assertThat(count()).isEqualTo("160"));
        assertThat(drawn).isEmpty();
    }

    @Test
    @DisplayName("LV-01 What others changed meanwhile is there as soon as the rows are, and is drawn alone")
    void changedMeanwhile() {
        database.run("UPDATE person SET status = 'paused' WHERE id = " + lea);
        live.publish(LiveEvent.LearnersChanged.of(List.of(lea), 0)).block();
        assertThat(drawn).as("while it is aside nothing is drawn").isEmpty();
        UI.getCurrent().navigate(DIRECTORY);

        assertThat(cell(3, "status")).isEqualTo("Paused");
        assertThat(drawn)
                .singleElement()
                .isInstanceOfSatisfying(
                        DataRefreshEvent.class,
                        refreshed -> assertThat(((LearnerRow) refreshed.getItem()).email())
                                .isEqualTo("learner103@example.org"));
    }

    @Test
    @DisplayName("LV-05 Who came in among the rows meanwhile is listed there at once: nobody was there to be disturbed")
    void cameInMeanwhile() {
        database.learner("abel@example.org", "Abel", "First");
        UI.getCurrent().navigate(DIRECTORY);

        assertThat(cell(0, "name")).contains("Abel First");
        until(() -> assertThat(count()).isEqualTo("161"));
        until(() -> assertThat(grid().getDataCommunicator().getItemCount()).isEqualTo(161));
    }

    @Test
    @DisplayName("OM-06 An address that asks for others lists those")
    void askedForOthers() {
        UI.getCurrent().navigate(DIRECTORY, QueryParameters.of("search", "learner103"));

        until(() -> assertThat(count()).isEqualTo("1"));
        assertThat(cell(0, "name")).contains("No 103");
        assertThat(LocatorJ._get(TextField.class, spec -> spec.withId("search")).getValue())
                .isEqualTo("learner103");
    }

    @Test
    @DisplayName("OM-06 Who goes on from a record to other screens does not change what the directory lists")
    void furtherOn() {
        UI.getCurrent().navigate(DIRECTORY, QueryParameters.of("search", "learner103"));
        until(() -> assertThat(count()).isEqualTo("1"));
        TextField search = LocatorJ._get(TextField.class, spec -> spec.withId("search"));
        UI.getCurrent().navigate(RecordUrl.path(new PersonId(lea)));
        drawn.clear();

        long another = database.id("SELECT id FROM person WHERE email = 'learner104@example.org'");
        UI.getCurrent().navigate(RecordUrl.path(new PersonId(another)));
        assertThat(search.getValue()).isEqualTo("learner103");

        UI.getCurrent().navigate(DIRECTORY, QueryParameters.of("search", "learner103"));
        assertThat(cell(0, "name")).contains("No 103");
        assertThat(drawn).isEmpty();
    }

    @Test
    @DisplayName("OM-03 A count that comes when others are listed already is not taken for theirs")
    void countOfAnother() {
        UI.getCurrent().navigate(DIRECTORY, QueryParameters.of("search", "learner103"));
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(UI.getCurrent().getSession().getPendingAccessQueue())
                        .as("its count is there")
                        .isNotEmpty());
        UI.getCurrent().navigate(DIRECTORY);
        MockVaadin.clientRoundtrip(false);

        assertThat(count()).isEqualTo("160");
        assertThat(grid().getDataCommunicator().getItemCount()).isNotEqualTo(1);
    }

    @Test
    @DisplayName("LV-01 Back on screen, it follows what others do again")
    void followsAgain() {
        UI.getCurrent().navigate(DIRECTORY);
        database.run("UPDATE person SET status = 'paused' WHERE id = " + lea);
        live.publish(LiveEvent.LearnersChanged.of(List.of(lea), 0)).block();

        until(() -> assertThat(cell(3, "status")).isEqualTo("Paused"));
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }
}
