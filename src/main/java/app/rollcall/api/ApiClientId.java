package app.rollcall.api;

/** Names an API client in the database. */
public record ApiClientId(long value) {

    public ApiClientId {
        if (value <= 0) {
            throw new IllegalArgumentException("A client's id is positive, not " + value);
        }
    }
}
