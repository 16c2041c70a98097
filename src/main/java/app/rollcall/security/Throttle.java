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
    private static final int LINKS_PER_ADDRESS = 3;
    private static final int LINKS_PER_NETWORK = 20;

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
                .flatMap(taken -> queries.take(address(attempt.email()), settings.freeFailuresPerAddress(), settings))
                .defaultIfEmpty(false);
    }

    /**
     * After a success the address starts anew; the network only gets its place back: otherwise one account of one's own
     * would be enough to guess at all the others.
     */
    Mono<Void> forgive(SignInAttempt attempt) {
        return queries.forget(address(attempt.email()), settings.forgottenAfter())
                .then(queries.giveBack(network(attempt.network())));
    }

    /** Whether a link may be mailed to an address, asked for from a network; counted if so, and never forgiven. */
    Mono<Boolean> admitsLink(String email, String network) {
        return queries.take("link:" + network(network), LINKS_PER_NETWORK, settings)
                .filter(taken -> taken)
                .flatMap(taken -> queries.take("link:" + address(email), LINKS_PER_ADDRESS, settings))
                .defaultIfEmpty(false);
    }

    /** Whether somebody who is signed in may try to prove that they know their password; counted if so. */
    Mono<Boolean> admitsProof(PersonId person) {
        return queries.take("proof:" + person.value(), settings.freeFailuresPerAddress(), settings);
    }

    Mono<Void> forgiveProof(PersonId person) {
        return queries.forget("proof:" + person.value(), settings.forgottenAfter())
                .then();
    }

    /** Hashed: what people type by mistake into this field is nothing to keep. */
    private static String address(String email) {
        String typed = email.strip().toLowerCase(Locale.ROOT);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(typed.getBytes(StandardCharsets.UTF_8));
            return "address:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** IPv6 gives every household a /64 to choose from, so that is what counts. */
    static String network(String address) {
        try {
            if (address.indexOf(':') >= 0 && InetAddress.ofLiteral(address) instanceof Inet6Address ip) {
                return "network:" + HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), NETWORK_BYTES));
            }
        } catch (IllegalArgumentException e) {
            return "network:unknown";
        }
        return "network:" + address;
    }
}
