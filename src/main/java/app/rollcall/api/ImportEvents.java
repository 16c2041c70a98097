package app.rollcall.api;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import java.time.Duration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Follows an import for one client, as the screens do: an announcement says look again, and what is sent is what was read then.
 * Ends with the import, with the client's right to see it, and with this node.
 */
@Component
class ImportEvents {

    /** Between two states of one stream, at least. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Soon enough for what was revoked to be shut out within seconds, and to keep proxies from closing a quiet line. */
    private static final Duration BEAT = Duration.ofSeconds(4);

    private final Imports imports;
    private final LiveEvents live;
    private final ApiClients clients;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    ImportEvents(Imports imports, LiveEvents live, ApiClients clients) {
        this.imports = imports;
        this.live = live;
        this.clients = clients;
    }

    /** Otherwise open streams would hold up the server's stop. */
    @EventListener
    void stop(ContextClosedEvent event) {
        closing.tryEmitEmpty();
    }

    /** The state now, and whenever it changed, until the import is over; or, if so wished, waits for a person. */
    Flux<ServerSentEvent<ImportState>> of(Caller caller, ImportId id, String root, boolean untilReview) {
        Flux<ServerSentEvent<ImportState>> states = Flux.merge(
                        live.of(LiveEvent.JobChanged.class), Flux.<LiveEvent>just(new LiveEvent.Resync()))
                .filter(event -> concerns(event, id))
                .onBackpressureLatest()
                .concatMap(
                        _ -> Flux.concat(
                                imports.find(caller.actor(), id),
                                Mono.delay(PAUSE).then(Mono.<Import>empty())),
                        0)
                .map(found -> ImportState.of(found, root))
                .distinctUntilChanged()
                .takeUntil(state -> state.over() || untilReview && state.waits())
                .map(state -> ServerSentEvent.builder(state).event("progress").build());
        Flux<ServerSentEvent<ImportState>> beats = Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(_ -> clients.stillGood(caller), 0)
                .takeWhile(good -> good)
                .map(_ -> ServerSentEvent.<ImportState>builder()
                        .comment("still here")
                        .build());
        return ending(states, beats).takeUntilOther(closing.asMono());
    }

    /** Both, until either of them ends. */
    private static <T> Flux<T> ending(Flux<T> one, Flux<T> other) {
        return Flux.merge(one.materialize(), other.materialize()).dematerialize();
    }

    private static boolean concerns(LiveEvent event, ImportId id) {
        return event instanceof LiveEvent.Resync
                || event instanceof LiveEvent.JobChanged(var job) && job.id() == id.value();
    }
}
