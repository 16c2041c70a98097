package app.rollcall.invitation;

import app.rollcall.TestDatabase;
import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;

/** People who were invited, as the database of a test holds them. */
public final class InvitedPeople {

    private InvitedPeople() {}

    /** Somebody pending who was written to an hour ago; the token is the one of the mail. */
    public static PersonId written(TestDatabase database, String email, OneTimeToken token) {
        PersonId person = new PersonId(database.person(email, "", "", "pending", true));
        invitation(database, person, "sent", token, "1 hour", "13 days");
        return person;
    }

    /** Somebody pending whose invitation waits for its turn. */
    public static PersonId queued(TestDatabase database, String email) {
        PersonId person = new PersonId(database.person(email, "", "", "pending", true));
        database.run("INSERT INTO invitation (person_id) VALUES (?)", person.value());
        return person;
    }

    /** One more invitation of a person, as if it had left so long ago and lapsed or lapses after that. */
    public static void invitation(
            TestDatabase database, PersonId person, String state, OneTimeToken token, String sentAgo, String left) {
        database.run("""
                INSERT INTO invitation (person_id, state, token_hash, sent_to, queued_at, sent_at, expires_at)
                SELECT id, ?, ?, email, now() - ?::interval, now() - ?::interval, now() + ?::interval FROM person WHERE id = ?
                """, state, token.hash(), sentAgo, sentAgo, left, person.value());
    }

    /** The state of the newest invitation. */
    public static String state(TestDatabase database, PersonId person) {
        return database.text(
                "SELECT state FROM invitation WHERE person_id = ? ORDER BY id DESC LIMIT 1", person.value());
    }
}
