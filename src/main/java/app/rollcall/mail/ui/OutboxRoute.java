package app.rollcall.mail.ui;

import app.rollcall.ui.MainLayout;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Opens the Outbox, in a trial: elsewhere there is no such page, and no entry in the menu. */
@Component
@ConditionalOnBooleanProperty("rollcall.trial")
class OutboxRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        if (!routes.isPathAvailable(OutboxView.PATH)) {
            routes.setRoute(OutboxView.PATH, OutboxView.class, List.of(MainLayout.class));
        }
    }
}
