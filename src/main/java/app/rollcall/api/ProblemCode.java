package app.rollcall.api;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Everything that can be wrong with a request: the closed list, which a program may rely on. The sentences are in the texts. */
enum ProblemCode {
    BODY_MALFORMED(HttpStatus.BAD_REQUEST),
    TOKEN_MISSING(HttpStatus.UNAUTHORIZED),
    TOKEN_NOT_GOOD(HttpStatus.UNAUTHORIZED),
    SCOPE_MISSING(HttpStatus.FORBIDDEN),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NO_SUCH_IMPORT(HttpStatus.NOT_FOUND),
    NO_SUCH_ROUTE(HttpStatus.NOT_FOUND),
    NOT_IN_REVIEW(HttpStatus.CONFLICT),
    LIST_CHANGED(HttpStatus.CONFLICT),
    ERRORS_LEFT(HttpStatus.CONFLICT),
    NOTHING_TO_IMPORT(HttpStatus.CONFLICT),
    OVER_ALREADY(HttpStatus.CONFLICT),
    UPLOAD_BROKEN_OFF(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** As its type's URI ends. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemCode> of(String code) {
        return Stream.of(values()).filter(known -> known.code().equals(code)).findFirst();
    }
}
