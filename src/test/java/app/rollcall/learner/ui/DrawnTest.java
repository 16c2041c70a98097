package app.rollcall.learner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.learner.ui.LearnerCell.Reminder;
import app.rollcall.learner.ui.LearnerCell.Said;
import app.rollcall.learner.ui.LearnerCell.Standing;
import app.rollcall.learner.ui.LearnerCell.Tags;
import app.rollcall.ui.StatusBadge;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DrawnTest {

    @Test
    @DisplayName("LV-07 A cell is sent with what it says and no more")
    void sent() {
        assertThat(sent(Said.of("12", "num"))).isEqualTo("{\"text\":\"12\",\"look\":\"num\"}");
        assertThat(sent(new Tags(List.of(), "", ""))).isEqualTo("{}");
        assertThat(sent(new Standing(new StatusBadge.Look("Active", "dot", "active"), "", null)))
                .isEqualTo("{\"badge\":{\"text\":\"Active\",\"icon\":\"dot\",\"classes\":\"active\"}}");
        assertThat(sent(new Reminder(7, "Send now", "", 0, true)))
                .isEqualTo("{\"id\":7,\"text\":\"Send now\",\"left\":0,\"working\":true}");
    }

    private static String sent(LearnerCell cell) {
        return Drawn.json(cell).toString();
    }
}
