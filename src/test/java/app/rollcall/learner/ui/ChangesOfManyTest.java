package app.rollcall.learner.ui;

import static app.rollcall.learner.ui.DrawnRows.cell;
import static app.rollcall.learner.ui.DrawnRows.grid;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.LearnerRow;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataChangeEvent;
import com.vaadin.flow.data.provider.DataChangeEvent.DataRefreshEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What an open directory draws when too many learners changed to name them, as in each chunk of an import. */
@RollcallTest
class ChangesOfManyTest {

    private static final int IN_SIGHT = 25;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private LiveEvents live;

    private final List<DataChangeEvent<LearnerRow>> drawn = new ArrayList<>();

    @BeforeEach
    void aListThatIsLongerThanTheScreen() {
        database.reset();
        for (int number = 100; number < 160; number++) {
            database.learner("learner" + number + "@example.org", "Lea", "No " + number);
        }
        TestScreen.open(application, Actors.withRole(database, Role.ADMIN, "Mira", "Solberg"), LearnersView.class);
        UI.getCurrent().navigate("management/members/learners");
        grid().getDataCommunicator().setViewportRange(0, IN_SIGHT);
        until(() -> assertThat(count()).isEqualTo("60"));
        assertThat(cell(0, "name")).contains("No 100");
        grid().getDataProvider().addDataProviderListener(drawn::add);
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("LV-07 Learners who come in further down change the number, and no row in sight is sent again")
    void furtherDown() {
        database.learner("zora@example.org", "Zora", "Last");
        manyChanged();

        until(() -> assertThat(grid().getDataCommunicator().getItemCount()).isEqualTo(61));
        assertThat(count()).isEqualTo("61");
        assertThat(drawn).isEmpty();
    }

    @Test
    @DisplayName("LV-07 Of the rows in sight those are drawn that are not as they were")
    void inSight() {
        database.run("UPDATE person SET status = 'paused' WHERE email = 'learner103@example.org'");
        manyChanged();

        until(() -> assertThat(drawn)
                .singleElement()
                .isInstanceOfSatisfying(
                        DataRefreshEvent.class,
                        refreshed -> assertThat(((LearnerRow) refreshed.getItem()).email())
                                .isEqualTo("learner103@example.org")));
    }

    @Test
    @DisplayName("LV-05 Who comes in among the rows in sight is listed there, while nobody is at the list")
    void among() {
        database.learner("abel@example.org", "Abel", "First");
        manyChanged();

        until(() -> assertThat(drawn).singleElement().isNotInstanceOf(DataRefreshEvent.class));
        until(() -> assertThat(cell(0, "name")).contains("Abel First"));
    }

    @Test
    @DisplayName("LV-05 What somebody did right after a change of many is what stands there in the end")
    void thenADeed() {
        database.run("UPDATE person SET status = 'paused' WHERE email = 'learner103@example.org'");
        manyChanged();
        database.run("UPDATE person SET status = 'active' WHERE email = 'learner103@example.org'");
        long person = database.id("SELECT id FROM person WHERE email = 'learner103@example.org'");
        live.publish(LiveEvent.LearnersChanged.of(List.of(person), 0)).block();

        until(() -> assertThat(drawn).isNotEmpty());
        until(() -> assertThat(cell(3, "status")).isEqualTo("Active"));
    }

    private void manyChanged() {
        live.publish(LiveEvent.LearnersChanged.unnamed()).block();
        MockVaadin.clientRoundtrip(false);
    }

    private static String count() {
        return LocatorJ._get(Span.class, spec -> spec.withClasses("count")).getText();
    }
}
