package app.rollcall.walls;

import org.junit.jupiter.api.Test;

class ReactiveWallsTest {

    @Test
    void reactive_code_is_waited_for_only_at_the_crossings() {
        Houses.holds(
                ReactiveRules::waitingOnlyAtTheCrossings,
                "waiting",
                "Mono.block()",
                "Flux.blockLast()",
                "Mono.toFuture()");
    }

    @Test
    void reactive_code_is_set_going_only_where_it_is_also_ended() {
        Houses.holds(ReactiveRules::subscribingOnlyWhereItEnds, "subscribing", "Mono.subscribe()");
    }
}
