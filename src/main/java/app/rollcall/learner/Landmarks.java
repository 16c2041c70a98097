package app.rollcall.learner;

import app.rollcall.database.SharedReads;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Places all over long lists, which all screens share: a jump walks from the nearest of them, not from an end. They hold for as
 * long as their list has as many rows, and for minutes at most, since rows change places too. A list with a search or of
 * categories has none: its rows are not walked past but looked for.
 */
@Component
final class Landmarks {

    /** So many rows are walked past in a few milliseconds. */
    private static final int APART = 10_000;

    private static final int MOST_LISTS = 32;
    private static final Duration LASTS = Duration.ofMinutes(5);

    /** A list that changes all the time, as in an import, is not surveyed all the time. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final int apart;
    private final SharedReads<Listed, Known> surveys;
    private final Map<Listed, Known> lists = Collections.synchronizedMap(new LinkedHashMap<>(MOST_LISTS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Listed, Known> eldest) {
            return size() > MOST_LISTS;
        }
    });

    private record Listed(LearnerFilter filter, LearnerOrder order) {}

    /**
     * @param total how many rows the list had
     * @param at when that was, by {@link System#nanoTime()}
     */
    private record Known(long total, NavigableMap<Long, Trail.Place> places, long at) {

        boolean younger(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }
    }

    @Autowired
    Landmarks(DirectoryQuery query) {
        this(query, APART);
    }

    Landmarks(DirectoryQuery query, int apart) {
        this.apart = apart;
        surveys = new SharedReads<>(list -> Mono.defer(() -> surveyed(list)
                ? Mono.empty()
                : Mono.zip(query.counts(list.filter), query.places(list.filter, list.order, apart))
                        .map(read -> new Known(read.getT1().of(list.filter.status()), read.getT2(), System.nanoTime()))
                        .doOnNext(found -> lists.put(list, found))));
    }

    /** Whether a way past so many rows is worth to be shortened: on shorter ones a screen keeps to where it has been. */
    boolean shorten(Trail.Way way) {
        return way.skip() > apart / 2;
    }

    /** The places of a list, by the number of their row; none when they are not known, or it has more or fewer rows by now. */
    NavigableMap<Long, Trail.Place> of(LearnerFilter filter, LearnerOrder order, long total) {
        Known known = lists.get(new Listed(filter, order));
        return known != null && known.total == total && known.younger(LASTS)
                ? known.places
                : Collections.emptyNavigableMap();
    }

    /** Whether the last way was a long one, and would be shorter if the list's places were known. */
    boolean missed(LearnerFilter filter, LearnerOrder order, Trail trail) {
        boolean looked = filter.searches() || filter.categories().chosen() || filter.ofImport();
        return trail.skipped() > apart && order.indexed() && !looked && !surveyed(new Listed(filter, order));
    }

    /** Learns the places of a list. */
    Mono<Void> survey(LearnerFilter filter, LearnerOrder order) {
        return surveys.of(new Listed(filter, order)).then();
    }

    private boolean surveyed(Listed list) {
        Known known = lists.get(list);
        return known != null && known.younger(PAUSE);
    }
}
