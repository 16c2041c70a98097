package app.rollcall.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Slows down guessing, by address and by network. Every attempt first takes a place, which counts as a failure until the
 * sign-in succeeds and gives it back: so a hundred guesses at once are not one guess.
 */
@Component
class Throttle {

    private static final int NETWORK_BYTES = 8;

    private final ThrottleQueries queries;
    private final SignInSettings settings;

    Throttle(ThrottleQueries queries, SignInSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** Whether the attempt may go on; counted if so. */
    Mono<Boolean> admits(SignInAttempt attempt) {
        return queries.take(network(attempt.network()), settings.freeFailuresPerNetwork(), settings)
                .filter(taken -> taken)
                .flatMap(taken -> queries.take(address(attempt), settings.freeFailuresPerAddress(), settings))
                .defaultIfEmpty(false);
    }

    /**
     * After a success the address starts anew; the network only gets its place back: otherwise one account of one's own
     * would be enough to guess at all the others.
     */
    Mono<Void> forgive(SignInAttempt attempt) {
        return queries.forget(address(attempt), settings.forgottenAfter())
                .then(queries.giveBack(network(attempt.network())));
    }

    /** Hashed: what people type by mistake into this field is nothing to keep. */
    private static String address(SignInAttempt attempt) {
        String typed = attempt.email().strip().toLowerCase(Locale.ROOT);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(typed.getBytes(StandardCharsets.UTF_8));
            return "address:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** IPv6 gives every household a /64 to choose from, so that is what counts. */
    static String network(String client) {
        try {
            if (client.indexOf(':') >= 0 && InetAddress.ofLiteral(client) instanceof Inet6Address ip) {
                return "network:" + HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES));
            }
        } catch (IllegalArgumentException e) {
            return "network:unknown";
        }
        return "network:" + client;
    }
}
