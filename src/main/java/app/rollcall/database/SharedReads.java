package app.rollcall.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lets screens that read the same thing at the same time share the answer. Whoever asks gets one that was read after they asked,
 * never an older one; however many ask, at most one read of a thing goes on and one waits for its turn.
 *
 * @param <K> what is asked for
 * @param <V> the answer
 */
public final class SharedReads<K, V> {

    private final Function<K, Mono<V>> read;
    private final Map<K, Turns<V>> turns = new ConcurrentHashMap<>();

    /** The read that goes on, and the one that those share who asked since it began. */
    private record Turns<V>(Turn<V> now, @Nullable Turn<V> next) {}

    /** One read. It is not broken off when those who asked for it have gone. */
    private static final class Turn<V> {

        private final Mono<V> answer;

        Turn(Function<Turn<V>, Mono<V>> read) {
            answer = Mono.defer(() -> read.apply(this)).cache();
        }
    }

    public SharedReads(Function<K, Mono<V>> read) {
        this.read = read;
    }

    public Mono<V> of(K key) {
        return Mono.defer(() -> {
            Turns<V> mine = turns.compute(key, this::joined);
            return (mine.next == null ? mine.now : mine.next).answer;
        });
    }

    private Turns<V> joined(K key, @Nullable Turns<V> before) {
        if (before == null) {
            return new Turns<>(new Turn<>(turn -> read(key, turn)), null);
        }
        return before.next != null
                ? before
                : new Turns<>(
                        before.now,
                        new Turn<>(turn -> before.now.answer.onErrorComplete().then(read(key, turn))));
    }

    private Mono<V> read(K key, Turn<V> turn) {
        return Mono.defer(() -> {
                    turns.computeIfPresent(key, (_, all) -> all.next == turn ? new Turns<>(turn, null) : all);
                    return read.apply(key);
                })
                .doFinally(
                        _ -> turns.computeIfPresent(key, (_, all) -> all.now == turn && all.next == null ? null : all));
    }
}
