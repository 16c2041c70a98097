package app.rollcall.faults;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The long form of {@link KillImportIT}: {@code ./mvnw -Pfaults verify}. */
class KillImportFullIT {

    @Test
    @DisplayName("F1, R10: kill -9 twenty times while 100,000 rows are imported loses none and doubles none")
    void killed_twenty_times_it_ends_like_one_that_was_left_alone() throws Exception {
        new KilledImports(100_000, 1_000, 400).endLikeOneThatWasLeftAlone();
    }
}
