package app.rollcall.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client as the settings show it.
 *
 * @param tokenStart the first characters of its token
 * @param madeBy whom it acts as
 * @param lastUsedAt null when it never was
 */
public record ApiClient(
        ApiClientId id,
        String name,
        String tokenStart,
        Set<ApiScope> scopes,
        String madeBy,
        Instant madeAt,
        @Nullable Instant lastUsedAt) {

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }
}
