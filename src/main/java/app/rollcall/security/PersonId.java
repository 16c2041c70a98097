package app.rollcall.security;

/** Names a person, learner or team, in the database. */
public record PersonId(long value) {

    public PersonId {
        if (value <= 0) {
            throw new IllegalArgumentException("A person's id is positive, not " + value);
        }
    }
}
