package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TempoTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    @DisplayName("LV-07 No second has more than four updates, however fast changes come")
    void few() {
        Random random = new Random(20_261_122);
        Tempo tempo = new Tempo();
        List<Long> updates = new ArrayList<>();
        long now = Long.MAX_VALUE - 10 * SECOND;
        for (int time = 0; time < 2_000; time++) {
            now += tempo.pause(now, random.nextBoolean());
            tempo.came(now);
            updates.add(now);
            now += random.nextInt(10) == 0 ? random.nextLong(2 * SECOND) : random.nextLong(SECOND / 50);
        }

        for (int first = 0; first + 4 < updates.size(); first++) {
            assertThat(updates.get(first + 4) - updates.get(first)).isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    @DisplayName("LV-01 What somebody did does not wait for a number that ticked just before it")
    void urgent() {
        Tempo tempo = new Tempo();

        assertThat(tempo.pause(0, true)).isZero();
        tempo.came(0);
        assertThat(tempo.pause(1, false)).isZero();
        tempo.came(1);
        assertThat(tempo.pause(2, true)).isGreaterThan(SECOND / 2);
    }

    @Test
    @DisplayName("LV-07 An update that came later than it might have counts from when it came")
    void late() {
        Tempo tempo = new Tempo();
        tempo.came(0);
        assertThat(tempo.pause(SECOND / 2, true)).isZero();
        tempo.came(5 * SECOND);

        assertThat(tempo.pause(5 * SECOND + 1, true)).isGreaterThan(SECOND / 4);
    }

    @Test
    @DisplayName("LV-07 After a rest an update comes at once")
    void rest() {
        Tempo tempo = new Tempo();
        for (int time = 0; time < 4; time++) {
            tempo.came(0);
        }

        assertThat(tempo.pause(3 * SECOND, true)).isZero();
    }
}
