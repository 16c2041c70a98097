package app.rollcall.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * The strip under the header while the browser is cut off: what is on screen is old, and from when. {@code connection.js} shows
 * and hides it, since the server cannot just then; when the browser is back, the screens read again.
 */
final class ConnectionStrip extends Div {

    ConnectionStrip() {
        addClassName("connection");
        getElement().setAttribute("role", "alert");
        getElement().setAttribute("hidden", true);
        Span lost = new Span(getTranslation("ui.connection.lost"));
        lost.addClassName("b");
        Span since = new Span();
        since.addClassName("since");
        // The browser puts the time in the place of the braces: it alone knows when it was cut off.
        since.getElement().setAttribute("data-text", getTranslation("ui.connection.since", "{0}"));
        add(Icons.OFFLINE.create(), lost, since);
        getElement()
                .addEventListener(
                        "rollcall-back",
                        event -> getUI().ifPresent(ui -> ComponentUtil.fireEvent(ui, new SlowPoll.Back(ui))));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getReconnectDialogConfiguration().setDialogText(getTranslation("ui.connection.lost"));
        attached.getUI().getReconnectDialogConfiguration().setReconnectAttempts(Integer.MAX_VALUE);
        attached.getUI().getReconnectDialogConfiguration().setReconnectInterval(3_000);
    }
}
