package app.rollcall.live;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes what a transaction did, and hands what others committed to the screens that ask. */
@Component
public class LiveEvents {

    private final DatabaseClient database;
    private final LiveFeed feed;
    private final LiveCodec codec;

    LiveEvents(DatabaseClient database, LiveFeed feed, LiveCodec codec) {
        this.database = database;
        this.feed = feed;
        this.codec = codec;
    }

    /**
     * Announces events on commit, on every node. Call it inside the transaction that makes them true, once, after the last
     * change: a notification takes a lock at commit that all transactions share.
     */
    public Mono<Void> publish(LiveEvent... events) {
        return database.sql("SELECT pg_notify(:channel, :payload)")
                .bind("channel", LiveFeed.CHANNEL)
                .bind("payload", codec.encode(List.of(events)))
                .then();
    }

    /**
     * Everything of one kind that anyone commits from now on, and {@link LiveEvent.Resync} whenever something may have
     * been missed. Subscribe first, then load.
     */
    public Flux<LiveEvent> of(Class<? extends LiveEvent> kind) {
        return feed.events().filter(event -> kind.isInstance(event) || event instanceof LiveEvent.Resync);
    }
}
