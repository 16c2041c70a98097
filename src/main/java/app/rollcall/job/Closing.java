package app.rollcall.job;

import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets nothing new begin once this node was asked to stop, so that it is gone after the chunks that are under way (rule R9). */
@Component
class Closing {

    private final ApplicationContext context;
    private volatile boolean closing;

    Closing(ApplicationContext context) {
        this.context = context;
    }

    @EventListener
    void stop(ContextClosedEvent event) {
        // The management port's own context tells its end here too.
        if (event.getApplicationContext() == context) {
            closing = true;
        }
    }

    /** The same, or {@link Closed}. */
    <T> Mono<T> unlessClosing(Mono<T> begun) {
        return Mono.defer(() -> closing ? Mono.error(new Closed()) : begun);
    }
}
