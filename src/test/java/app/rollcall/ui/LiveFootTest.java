package app.rollcall.ui;

import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveFootTest {

    private LiveFoot foot;

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        foot = new LiveFoot(Duration.ofMillis(400)).several(number -> number + " learners changed");
        foot.say("", "Changes show here");
        UI.getCurrent().add(foot);
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    @DisplayName("LV-01 A screen reader is told the first change at once, and then in one sentence how many there were")
    void several() {
        foot.say("Ana Ruiz", "paused Amara Okafor", 1);
        until(() -> assertThat(spoken()).isEqualTo("Ana Ruiz paused Amara Okafor"));

        foot.say("Ana Ruiz", "paused Bram de Vries", 1);
        foot.say("Tom Becker", "paused 13 learners", 13);
        assertThat(spoken()).isEqualTo("Ana Ruiz paused Amara Okafor");
        until(() -> assertThat(spoken()).isEqualTo("14 learners changed"));

        foot.say("Ana Ruiz", "unpaused Bram de Vries", 1);
        until(() -> assertThat(spoken()).isEqualTo("Ana Ruiz unpaused Bram de Vries"));
    }

    @Test
    @DisplayName("LV-01 A sentence without a number is said as it stands, the newest of several")
    void uncounted() {
        foot.say("Ana Ruiz", "paused Amara Okafor", 1);
        until(() -> assertThat(spoken()).startsWith("Ana Ruiz"));

        foot.say("Ana Ruiz", "paused Bram de Vries", 1);
        foot.say("", "Learners are arriving");
        until(() -> assertThat(spoken()).isEqualTo("Learners are arriving"));
    }

    private static String spoken() {
        return LocatorJ._get(Span.class, spec -> spec.withAttribute("aria-live", "polite"))
                .getText();
    }
}
