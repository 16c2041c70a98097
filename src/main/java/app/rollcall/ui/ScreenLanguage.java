package app.rollcall.ui;

import com.vaadin.flow.component.Direction;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one place where a screen's language is decided: what the person has chosen, else what the browser asks for, else English.
 * The page is told before its first paint, so that one from right to left never shows the other way round.
 */
@Component
final class ScreenLanguage implements VaadinServiceInitListener {

    private final transient ObjectProvider<ChosenLanguage> chosen;

    ScreenLanguage(ObjectProvider<ChosenLanguage> chosen) {
        this.chosen = chosen;
    }

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.addIndexHtmlRequestListener(page -> {
            Locale language = read(page.getVaadinRequest());
            Element html = page.getDocument().head().parent();
            if (html != null) {
                html.attr("lang", language.toLanguageTag());
                html.attr("dir", direction(language).getClientName());
            }
        });
        started.getSource().addUIInitListener(opened -> {
            UI ui = opened.getUI();
            ui.setLocale(read(VaadinRequest.getCurrent()));
            ui.setDirection(direction(ui.getLocale()));
        });
    }

    private Locale read(@Nullable VaadinRequest request) {
        List<Locale> wishes = new ArrayList<>();
        Optional.ofNullable(chosen.getIfAvailable())
                .flatMap(ChosenLanguage::get)
                .ifPresent(wishes::add);
        // Without the header a server names its own language in place of the browser's.
        if (request != null && request.getHeader("Accept-Language") != null) {
            wishes.addAll(Collections.list(request.getLocales()));
        }
        return Languages.read(wishes);
    }

    private static Direction direction(Locale language) {
        return Languages.rightToLeft(language) ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    }
}
