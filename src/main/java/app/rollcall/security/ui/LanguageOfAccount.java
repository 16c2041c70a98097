package app.rollcall.security.ui;

import app.rollcall.security.OwnLanguage;
import app.rollcall.ui.ChosenLanguage;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The language on record for who is signed in, read anew for each page, so that a choice holds in every session. */
@Component
class LanguageOfAccount implements ChosenLanguage {

    private final CurrentActor current;
    private final OwnLanguage own;

    LanguageOfAccount(CurrentActor current, OwnLanguage own) {
        this.current = current;
        this.own = own;
    }

    @Override
    public Optional<Locale> get() {
        return current.find().flatMap(actor -> Crossing.wait(own.find(actor)));
    }
}
