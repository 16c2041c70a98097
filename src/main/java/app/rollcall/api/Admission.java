package app.rollcall.api;

/** What becomes of a request, by the token that it brings. */
sealed interface Admission {

    /** Come in. */
    record Admitted(Caller caller) implements Admission {}

    /** No token, or none that is good. */
    record Nobody() implements Admission {}

    /** Too many requests in this minute. */
    record TooMany(long secondsLeft) implements Admission {}
}
