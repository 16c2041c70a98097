package app.rollcall.faults;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KillImportIT {

    @Test
    @DisplayName("F1, R10: kill -9 five times while a list is imported loses no row and doubles none")
    void killed_many_times_it_ends_like_one_that_was_left_alone() throws Exception {
        new KilledImports(5, 3_500, 50, 40).endLikeOneThatWasLeftAlone();
    }
}
