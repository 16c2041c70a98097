package app.rollcall.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The bean that knows which language the person at the screen has chosen; empty when they have not, or nobody is signed in. */
@FunctionalInterface
public interface ChosenLanguage extends Supplier<Optional<Locale>> {}
