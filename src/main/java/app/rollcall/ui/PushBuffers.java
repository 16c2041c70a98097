package app.rollcall.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.stereotype.Component;

/**
 * The room that each open screen holds for what its browser says on the push. Browsers send their requests otherwise, and Vaadin
 * takes 48 KB for it, which nobody can set.
 */
@Component
final class PushBuffers implements VaadinServiceInitListener {

    private static final String CHARACTERS = "512";

    @Override
    public void serviceInit(ServiceInitEvent started) {
        if (started.getSource() instanceof VaadinServletService service
                && service.getServlet()
                                .getServletContext()
                                .getAttribute(JSR356WebsocketInitializer.getAttributeName(
                                        service.getServlet().getServletName()))
                        instanceof AtmosphereFramework push) {
            push.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, CHARACTERS);
        }
    }
}
