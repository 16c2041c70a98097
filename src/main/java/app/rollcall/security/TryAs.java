package app.rollcall.security;

/**
 * Somebody invented, whom one press of the trial's sign-in page signs in.
 *
 * @param expectationKey the text that says what one will see
 * @param roleKey the text of the role's tag
 */
public record TryAs(String name, String email, String expectationKey, String roleKey) {}
