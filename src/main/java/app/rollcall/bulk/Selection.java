package app.rollcall.bulk;

import app.rollcall.security.PersonId;
import java.util.Collection;
import java.util.Set;

/** Whom an action is for: people who were chosen one by one, each once. */
public record Selection(Set<PersonId> people) {

    /** One transaction holds no more of them. */
    public static final int MOST = 1_000;

    /** Fails with {@link IllegalArgumentException} on more than {@link #MOST}. */
    public Selection {
        people = Set.copyOf(people);
        if (people.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " are selected at a time, not " + people.size());
        }
    }

    public static Selection of(Collection<PersonId> people) {
        return new Selection(Set.copyOf(people));
    }
}
