package app.rollcall.walls.broken.subscribing.learner;

import reactor.core.publisher.Mono;

class Careless {

    void fireAndForget(Mono<Void> work) {
        work.subscribe();
    }
}
