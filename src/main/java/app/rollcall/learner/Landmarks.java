package app.rollcall.learner;

import app.rollcall.database.SharedReads;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Places all over long lists, which all screens share: a jump walks from the nearest of them, not from an end. They hold for as
 * long as their list has as many rows. A list with a search has none, for its rows are not walked past but looked for.
 */
@Component
final class Landmarks {

    /** So many rows are walked past in a few milliseconds. */
    private static final int APART = 10_000;

    private static final int MOST_LISTS = 32;

    private final int apart;
    private final SharedReads<Asked, Known> surveys;
    private final Map<Listed, Known> lists = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Listed, Known> eldest) {
            return size() > MOST_LISTS;
        }
    });

    private record Listed(LearnerFilter filter, LearnerOrder order) {}

    /** @param total how many rows the list has */
    private record Asked(Listed list, long total) {}

    private record Known(long total, NavigableMap<Long, Trail.Place> places) {

        static final Known NOTHING = new Known(-1, new TreeMap<>());
    }

    @Autowired
    Landmarks(DirectoryQuery query) {
        this(query, APART);
    }

    Landmarks(DirectoryQuery query, int apart) {
        this.apart = apart;
        surveys = new SharedReads<>(asked -> Mono.defer(() -> known(asked)
                ? Mono.empty()
                : query.places(asked.list.filter, asked.list.order, apart)
                        .map(places -> new Known(asked.total, places))
                        .doOnNext(found -> lists.put(asked.list, found))));
    }

    /** The places of a list, by the number of their row; none when they are not known, or it has more or fewer rows by now. */
    NavigableMap<Long, Trail.Place> of(LearnerFilter filter, LearnerOrder order, long total) {
        Known known = lists.getOrDefault(new Listed(filter, order), Known.NOTHING);
        return known.total == total ? known.places : Known.NOTHING.places;
    }

    /** Learns the places of a list that is long enough to have some; at once when they are known. */
    Mono<Void> survey(LearnerFilter filter, LearnerOrder order, long total) {
        Asked asked = new Asked(new Listed(filter, order), total);
        boolean none = total <= apart || total == Long.MAX_VALUE || !order.indexed() || filter.narrows();
        return none || known(asked) ? Mono.empty() : surveys.of(asked).then();
    }

    private boolean known(Asked asked) {
        return lists.getOrDefault(asked.list, Known.NOTHING).total == asked.total;
    }
}
