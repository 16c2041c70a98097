package app.rollcall.mail;

/** How a hand-over ended. */
sealed interface Outcome {

    /** The server is answerable for it now. */
    record Taken() implements Outcome {}

    /** The server will not have it, now or ever. */
    record Refused(String words) implements Outcome {}

    /** The server does not have it; another time it may. */
    record NotNow(String words) implements Outcome {}

    /** All of it was written, and no answer came: the server may have it. */
    record Unknown(String words) implements Outcome {}
}
