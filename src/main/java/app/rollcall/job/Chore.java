package app.rollcall.job;

import reactor.core.publisher.Mono;

/** A bean that has something to do every hour, on one node: to tidy up, as a rule. What it does may be cut off at any time. */
@FunctionalInterface
public interface Chore {

    Mono<Void> run();
}
