package app.rollcall.api;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client proves itself with: 256 random bits behind a mark that scanners for leaked secrets can know. Only its SHA-256 is
 * stored, and its first characters, by which people tell tokens apart.
 */
public record ApiToken(String text) {

    private static final String MARK = "rollcall_";
    private static final int BYTES = 32;
    private static final int SHOWN = MARK.length() + 4;
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +(" + MARK + "[A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiToken mint() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new ApiToken(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** The token of an Authorization header; empty when there is nothing in it that could be one of ours. */
    static Optional<ApiToken> of(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> new ApiToken(matcher.group(1)));
    }

    byte[] hash() {
        return Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Too few characters to help anybody guess the rest. */
    String start() {
        return text.substring(0, SHOWN);
    }

    /** Never in a log by accident. */
    @Override
    public String toString() {
        return "ApiToken[…]";
    }
}
