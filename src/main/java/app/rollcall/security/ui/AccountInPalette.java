package app.rollcall.security.ui;

import app.rollcall.security.OwnLanguage;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Languages;
import app.rollcall.ui.PaletteItem;
import app.rollcall.ui.PaletteSource;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;

/** One's own account in the palette: the profile, another language, and the way out. */
@org.springframework.stereotype.Component
@Order(60)
class AccountInPalette implements PaletteSource {

    private final CurrentActor current;
    private final OwnLanguage own;

    AccountInPalette(CurrentActor current, OwnLanguage own) {
        this.current = current;
        this.own = own;
    }

    @Override
    public List<PaletteItem> offered(Component words) {
        Locale here = UI.getCurrent().getLocale();
        return Stream.of(
                        Stream.of(PaletteItem.page(
                                Icons.PERSON, words.getTranslation("security.profile"), ProfileView.PATH, List.of())),
                        Languages.spoken().stream()
                                .filter(language -> !Languages.same(language, here))
                                .map(language -> language(words, language)),
                        Stream.of(PaletteItem.action(
                                "sign-out",
                                Icons.SIGN_OUT,
                                words.getTranslation("security.sign-out"),
                                AccountInPalette::signOut)))
                .flatMap(items -> items)
                .toList();
    }

    private PaletteItem language(Component words, Locale language) {
        return PaletteItem.action(
                "language-" + language.toLanguageTag(),
                Icons.GLOBE,
                words.getTranslation("security.palette.language", language.getDisplayLanguage(language)),
                () -> UiTask.run(
                        new Span(),
                        own.choose(current.get(), language),
                        () -> UI.getCurrent().getPage().reload(),
                        _ -> Optional.empty()));
    }

    private static void signOut() {
        SignOutForm form = new SignOutForm("sign-out");
        form.addClassName("hidden");
        UI.getCurrent().add(form);
        form.getElement().callJsFunction("requestSubmit");
    }
}
