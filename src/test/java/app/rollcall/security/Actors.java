package app.rollcall.security;

import app.rollcall.TestDatabase;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;

/** Who acts in a test: a member of the team as the database holds it. */
public final class Actors {

    private Actors() {}

    /** Puts somebody with a role into the database. */
    public static Actor withRole(TestDatabase database, Role role, String firstName, String lastName) {
        String email = (firstName + "." + lastName + "@team.example.org").toLowerCase(Locale.ROOT);
        long id = database.teamMember(email, firstName, lastName, role.code());
        return new Actor(new PersonId(id), firstName + " " + lastName, Set.of(role), Locale.ENGLISH, ZoneOffset.UTC);
    }
}
