package app.rollcall.mail;

import reactor.core.publisher.Mono;

/** Gives a letter out of the house; the bean is missing where no mail server is set. */
interface HandOver {

    /** Never fails: whatever goes wrong is an outcome. */
    Mono<Outcome> give(Letter letter);
}
