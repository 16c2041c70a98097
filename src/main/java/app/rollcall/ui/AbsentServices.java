package app.rollcall.ui;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletContext;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers which of Vaadin's services there are not. With each argument of each call from a browser Vaadin looks for one that only
 * old templates bring, among all beans and in all jars, and forgets that there is none.
 */
@Component
final class AbsentServices implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent started) {
        // Vaadin's own view of the attributes lets nobody put in another.
        if (started.getSource().getContext() instanceof VaadinServletContext vaadin) {
            ServletContext context = vaadin.getContext();
            String name = Lookup.class.getName();
            if (context.getAttribute(name) instanceof Lookup lookup && !(lookup instanceof Remembering)) {
                context.setAttribute(name, new Remembering(lookup));
            }
        }
    }

    /** Services do not come while the app runs: what is absent once stays so. */
    static final class Remembering implements Lookup {

        private final Lookup lookup;
        private final Set<Class<?>> absent = ConcurrentHashMap.newKeySet();

        Remembering(Lookup lookup) {
            this.lookup = lookup;
        }

        @Override
        public <T> @Nullable T lookup(Class<T> service) {
            if (absent.contains(service)) {
                return null;
            }
            T found = lookup.lookup(service);
            if (found == null) {
                absent.add(service);
            }
            return found;
        }

        @Override
        public <T> Collection<T> lookupAll(Class<T> service) {
            return lookup.lookupAll(service);
        }
    }
}
