package app.rollcall.walls.broken.waiting.learner;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class Impatient {

    private final Function<Flux<String>, String> last = Flux::blockLast;

    String wait(Mono<String> answer) {
        return last.apply(Flux.just("")) + answer.block();
    }

    CompletableFuture<String> waitLater(Mono<String> answer) {
        return answer.toFuture();
    }
}
