package app.rollcall.learner;

import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;

/**
 * What the directory shows and how, under a name.
 *
 * @param ownerName for those with whom it is shared
 * @param shared whether everybody sees it who may see the directory
 * @param query what the directory's URL says of search, status, categories, order and columns
 * @param version grows with each change
 */
public record SavedView(
        long id, PersonId owner, String ownerName, String name, boolean shared, String query, int version) {

    /** Nobody's URL is longer; the rest would only cost. */
    public static final int LONGEST_QUERY = 2_000;

    public SavedView {
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("A view's query has at most " + LONGEST_QUERY + " characters");
        }
    }

    public boolean ownedBy(Actor actor) {
        return owner.equals(actor.id());
    }

    SavedView called(ViewName other) {
        return new SavedView(id, owner, ownerName, other.value(), shared, query, version);
    }

    SavedView sharedIs(boolean other) {
        return new SavedView(id, owner, ownerName, name, other, query, version);
    }

    SavedView showing(String other) {
        return new SavedView(id, owner, ownerName, name, shared, other, version);
    }
}
