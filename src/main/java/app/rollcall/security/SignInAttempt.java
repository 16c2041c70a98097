package app.rollcall.security;

/**
 * Somebody tries to sign in.
 *
 * @param email as typed; not checked yet
 * @param network the client's IP address as the server sees it
 * @param browser what the client calls itself; empty when it says nothing
 */
public record SignInAttempt(String email, String password, String network, String browser) {

    public SignInAttempt(String email, String password, String network) {
        this(email, password, network, "");
    }

    /** Neither the password nor the address belongs into a log. */
    @Override
    public String toString() {
        return "SignInAttempt[…]";
    }
}
