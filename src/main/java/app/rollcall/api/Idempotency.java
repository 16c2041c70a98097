package app.rollcall.api;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes sure that a request sent twice, for its answer was lost, is one import. */
@Component
class Idempotency {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final IdempotencyQuery query;

    Idempotency(IdempotencyQuery query) {
        this.query = query;
    }

    /** By what the import is to be known. Fails with {@link ApiRefusal} when the key was used for something else. */
    Mono<UUID> requestKey(Caller caller, @Nullable String key, UploadParts parts) {
        if (key == null) {
            return Mono.fromSupplier(UUID::randomUUID);
        }
        if (!KEY.matcher(key).matches()) {
            return Mono.error(() -> ApiRefusal.wrong(HEADER, "key"));
        }
        return parts.sha256()
                .flatMap(body -> query.begun(caller.client(), key, body)
                        .filter(begun -> begun.body().equals(ByteBuffer.wrap(body)))
                        .map(IdempotencyQuery.Begun::requestKey)
                        .switchIfEmpty(Mono.error(() -> new ApiRefusal(ProblemCode.KEY_REUSED))));
    }
}
