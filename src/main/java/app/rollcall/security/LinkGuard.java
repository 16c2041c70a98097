package app.rollcall.security;

import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down trying out links, by network and by how their tokens begin. As with sign-in, every try first takes a place, which
 * counts as a failure until the link proves good and gives it back.
 */
@Component
public class LinkGuard {

    private static final int BEGINNING = 4;

    private final ThrottleQueries queries;
    private final SignInSettings settings;

    LinkGuard(ThrottleQueries queries, SignInSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /**
     * Whether this link may be looked at; counted if so.
     *
     * @param network the client's IP address as the server sees it
     */
    public Mono<Boolean> admits(OneTimeToken token, String network) {
        return queries.take(network(network), settings.freeFailuresPerNetwork(), settings)
                .filter(taken -> taken)
                .flatMap(_ -> queries.take(beginning(token), settings.freeFailuresPerNetwork(), settings))
                .defaultIfEmpty(false);
    }

    /** The link was good. */
    public Mono<Void> forgive(OneTimeToken token, String network) {
        return queries.giveBack(network(network)).then(queries.giveBack(beginning(token)));
    }

    private static String network(String network) {
        return "link-" + Throttle.network(network);
    }

    /** The beginning, hashed so that no part of a secret is kept. */
    private static String beginning(OneTimeToken token) {
        String start =
                token.text().substring(0, Math.min(BEGINNING, token.text().length()));
        return "link-token:" + HexFormat.of().formatHex(new OneTimeToken(start).hash());
    }
}
