package app.rollcall.security;

import java.util.List;

/** Exists in the trial only, and puts its people on the sign-in page. They sign in by the same form as everybody. */
public interface TrialSignIn {

    List<TryAs> people();

    /** The password of all of them. */
    String password();
}
