package app.rollcall.invitation;

/** The link is not good any more; somebody or something was first. Nothing was done. */
public final class CannotAccept extends RuntimeException {

    private final LinkState state;

    CannotAccept(LinkState state) {
        super("The invitation cannot be accepted: " + state, null, false, false);
        this.state = state;
    }

    public LinkState state() {
        return state;
    }
}
