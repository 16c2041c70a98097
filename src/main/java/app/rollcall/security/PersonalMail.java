package app.rollcall.security;

import reactor.core.publisher.Mono;

/** What security has somebody told by mail. Both queue it in the caller's transaction; it leaves later. */
public interface PersonalMail {

    /** A link to choose a new password; the link is minted when the mail leaves. One that still waits is replaced. */
    Mono<Void> passwordLink(PersonId to);

    /** That they signed in from where they never did before. */
    Mono<Void> newSignIn(PersonId to);
}
