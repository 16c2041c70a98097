package app.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    @DisplayName("Rounds taken in turn are compared each with its own control")
    void rounds() {
        Figure figure = new Figure("applied", "ms", List.of(100.0, 400.0, 90.0), List.of(100.0, 200.0, 100.0));

        assertThat(figure.ratio()).isEqualTo(1.0);
        assertThat(figure.ours().median()).isEqualTo(100.0);
    }

    @Test
    @DisplayName("Of latencies the medians are compared, and the slowest twentieth is told")
    void latencies() {
        List<Double> ours = new ArrayList<>(Collections.nCopies(19, 10.0));
        ours.add(500.0);

        Figure figure = new Figure("first page", "ms", ours, Collections.nCopies(20, 8.0));

        assertThat(figure.ratio()).isEqualTo(1.25);
        assertThat(figure.ours().tellP95()).isTrue();
        assertThat(figure.ours().quantile(0.95)).isEqualTo(10.0);
        assertThat(figure.ours().max()).isEqualTo(500.0);
    }

    @Test
    @DisplayName("A goal says whether it is met, or by how much it is missed")
    void goals() {
        Figure figure =
                new Figure("applied", "ms", List.of(112.0), List.of(100.0), Goal.ratio(1.0), Goal.max(200, "ms"));

        assertThat(figure.goals().stream().map(goal -> goal.verdict(figure)))
                .containsExactly("ratio <= 1.0: **missed by 12 %**", "max <= 200 ms: met");
        assertThat(Page.line(figure))
                .isEqualTo(
                        "| applied | ms | 112 | 112 | 112 |  | 100 | 1.12 | 1 | ratio <= 1.0: **missed by 12 %**; max <= 200 ms: met |");
    }

    @Test
    @DisplayName("A figure that nothing was measured for is refused")
    void nothing() {
        assertThatThrownBy(() -> new Figure("applied", "ms", List.of(), List.of()))
                .hasMessage("Nothing was measured for applied");
    }
}
