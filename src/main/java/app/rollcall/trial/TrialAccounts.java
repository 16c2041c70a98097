package app.rollcall.trial;

import app.rollcall.security.TrialSignIn;
import app.rollcall.security.TryAs;
import java.util.List;

/** The people of the trial whom the sign-in page offers. A bean of it exists in the trial only: nobody else has these. */
public final class TrialAccounts implements TrialSignIn {

    static final String PASSWORD = "rollcall-trial-2026";

    private static final List<TryAs> ALL = List.of(
            account("Mira Solberg", "mira.solberg@example.org", "everything", "admin"),
            account("Ana Ruiz", "ana.ruiz@example.org", "owner", "owner"),
            account("Tomás Keller", "tomas.keller@example.org", "records", "customer-service"),
            account("Amara Okafor", "amara.okafor@example.org", "learning", "learner"),
            account("Daria Kowalczyk", "daria.kowalczyk@example.org", "paused", "paused-learner"));

    TrialAccounts() {}

    /** In the order of the page. */
    @Override
    public List<TryAs> people() {
        return ALL;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    private static TryAs account(String name, String email, String expectation, String role) {
        return new TryAs(name, email, "trial.expect." + expectation, "trial.role." + role);
    }
}
