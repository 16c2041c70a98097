package app.rollcall.importing;

/** The row is gone, or the list is no longer open to changes: somebody confirmed or discarded it. */
public final class NotInList extends RuntimeException {

    NotInList() {
        super("Not in an open list", null, false, false);
    }
}
