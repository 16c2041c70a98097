package app.rollcall.ui;

import reactor.core.publisher.Mono;

/** The bean that knows whether single letters are keys for the person at the screen, and keeps what they choose (WCAG 2.1.4). */
public interface LetterKeys {

    /** The class of the part of the header that tells the browser. */
    String PART = "keys-part";

    boolean wanted();

    Mono<Void> choose(boolean wanted);
}
