package app.rollcall.security.ui;

import app.rollcall.security.OwnKeys;
import app.rollcall.ui.LetterKeys;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is on record for who is signed in, read anew for each page, so that a choice holds in every session. */
@Component
class LetterKeysOfAccount implements LetterKeys {

    private final CurrentActor current;
    private final OwnKeys own;

    LetterKeysOfAccount(CurrentActor current, OwnKeys own) {
        this.current = current;
        this.own = own;
    }

    @Override
    public boolean wanted() {
        return current.find()
                .flatMap(actor -> Crossing.wait(own.letters(actor)))
                .orElse(true);
    }

    @Override
    public Mono<Void> choose(boolean wanted) {
        return own.choose(current.get(), wanted);
    }
}
