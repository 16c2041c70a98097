package app.rollcall.trial;

import java.util.List;

/** The people of the trial whom the sign-in page offers. A bean of it exists in the trial only: nobody else has these. */
public final class TrialAccounts {

    static final String PASSWORD = "rollcall-trial-2026";

    private static final List<Account> ALL = List.of(
            account("Mira Solberg", "mira.solberg@example.org", "everything", "admin"),
            account("Ana Ruiz", "ana.ruiz@example.org", "owner", "owner"),
            account("Tomás Keller", "tomas.keller@example.org", "records", "customer-service"),
            account("Amara Okafor", "amara.okafor@example.org", "learning", "learner"),
            account("Daria Kowalczyk", "daria.kowalczyk@example.org", "paused", "paused-learner"));

    TrialAccounts() {}

    /**
     * One of them.
     *
     * @param expectationKey the text that says what one will see
     * @param roleKey the text of the role's tag
     */
    public record Account(String name, String email, String expectationKey, String roleKey) {}

    /** In the order of the page. */
    public List<Account> all() {
        return ALL;
    }

    /** The password of every one who may sign in. */
    public String password() {
        return PASSWORD;
    }

    private static Account account(String name, String email, String expectation, String role) {
        return new Account(name, email, "trial.expect." + expectation, "trial.role." + role);
    }
}
