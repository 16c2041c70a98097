package app.rollcall.faults;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The long form of {@link KillImportIT}: {@code ./mvnw -Pfaults verify}. */
class KillImportFullIT {

    @Test
    @DisplayName("F1, R10: kill -9 two hundred times while 20,000 rows are imported loses none and doubles none")
    void killed_two_hundred_times_it_ends_like_one_that_was_left_alone() throws Exception {
        new KilledImports(200, 20_000, 50, 40).endLikeOneThatWasLeftAlone();
    }
}
