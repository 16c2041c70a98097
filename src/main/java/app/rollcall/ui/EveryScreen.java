package app.rollcall.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** What every page starts with: the chosen theme before the first paint, our styles and small scripts, and the slow poll. */
@Component
final class EveryScreen implements VaadinServiceInitListener {

    /** The palette before the keys: what is typed while it comes is not a key. */
    private static final List<String> MODULES =
            List.of("connection.js", "palette.js", "keys.js", "countdown.js", "selected.js", "rows.js");

    @Override
    public void serviceInit(ServiceInitEvent started) {
        started.addIndexHtmlRequestListener(page -> {
            Element head = page.getDocument().head();
            head.appendElement("link").attr("rel", "icon").attr("href", OurFiles.address("logo.svg"));
            // Without defer: it must have run before anything is painted.
            head.appendElement("script").attr("src", OurFiles.address("theme.js"));
            head.appendElement("link").attr("rel", "stylesheet").attr("href", OurFiles.address(OurFiles.STYLES));
            for (String module : MODULES) {
                head.appendElement("script")
                        .attr("src", OurFiles.address(module))
                        .attr("defer", true);
            }
        });
        started.getSource().addUIInitListener(opened -> opened.getUI().setPollInterval(SlowPoll.MILLISECONDS));
    }
}
