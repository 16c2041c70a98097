package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What became of the categories of several learners: who came into which, and who out of which. */
public record Regrouped(List<Membership> given, List<Membership> taken) {

    /** Somebody's being in a category. */
    public record Membership(PersonId learner, long category) {}

    public Regrouped {
        given = List.copyOf(given);
        taken = List.copyOf(taken);
    }

    /** Those whose categories are not what they were. */
    public Set<PersonId> learners() {
        Set<PersonId> all = new LinkedHashSet<>();
        Stream.concat(given.stream(), taken.stream()).map(Membership::learner).forEach(all::add);
        return all;
    }
}
