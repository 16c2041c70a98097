package app.rollcall.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every page starts with: the chosen theme before the first paint, our small scripts, and the slow poll. */
@Component
final class EveryScreen implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.addIndexHtmlRequestListener(page -> {
            Element head = page.getDocument().head();
            head.appendElement("link").attr("rel", "icon").attr("href", "logo.svg");
            // Without defer: it must have run before anything is painted.
            head.appendElement("script").attr("src", "theme.js");
            head.appendElement("script").attr("src", "connection.js").attr("defer", true);
            // First: what is typed while the palette comes is not a key.
            head.appendElement("script").attr("src", "palette.js").attr("defer", true);
            head.appendElement("script").attr("src", "keys.js").attr("defer", true);
            head.appendElement("script").attr("src", "countdown.js").attr("defer", true);
            head.appendElement("script").attr("src", "selected.js").attr("defer", true);
            head.appendElement("script").attr("src", "rows.js").attr("defer", true);
        });
        started.getSource().addUIInitListener(opened -> opened.getUI().setPollInterval(SlowPoll.MILLISECONDS));
    }
}
