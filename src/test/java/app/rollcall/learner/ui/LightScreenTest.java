package app.rollcall.learner.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.learner.Learners;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.ui.LiveFoot;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.UIInternals;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A directory that is only looked at is light, for hundreds are open at once: what nobody opened is not there. */
@RollcallTest
class LightScreenTest {

    private static final int MOST_NODES = 265;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private Learners learners;

    private Actor tom;
    private PersonId amara;

    @BeforeEach
    void aDirectory() {
        database.reset();
        Actor mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        tom = Actors.withRole(database, Role.OWNER, "Tom", "Becker");
        amara = new PersonId(database.learner("amara@example.org", "Amara", "Okafor"));
        TestScreen.open(application, mira, LearnersView.class);
        UI.getCurrent().navigate("management/members/learners");
        until(() -> assertThat(LocatorJ._get(Span.class, spec -> spec.withClasses("count"))
                        .getText())
                .isEqualTo("1"));
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("An open directory keeps nothing for what nobody has opened")
    void nodes() {
        AtomicInteger nodes = new AtomicInteger();
        UI.getCurrent().getElement().getNode().visitNodeTree(_ -> nodes.incrementAndGet());

        assertThat(nodes.get()).isLessThan(MOST_NODES);
    }

    @Test
    @DisplayName("A change by others while nobody selects leaves no button behind that waits for the browser")
    void nothingWaits() {
        for (boolean paused : new boolean[] {true, false}) {
            (paused ? learners.pause(tom, amara) : learners.unpause(tom, amara)).block();
            until(() -> assertThat(text(LocatorJ._get(LiveFoot.class)))
                    .contains(paused ? " paused Amara Okafor" : "unpaused Amara Okafor"));
        }

        UIInternals screen = UI.getCurrent().getInternals();
        screen.dumpPendingJavaScriptInvocations();
        assertThat(screen.containsPendingJavascript("this.disabled")).isFalse();
        assertThat(LocatorJ._get(LearnersView.class).getChildren()).noneMatch(SelectedBar.class::isInstance);
    }
}
