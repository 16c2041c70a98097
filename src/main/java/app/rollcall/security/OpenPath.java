package app.rollcall.security;

/**
 * A path of HTTP that asks for no sign-in; another room's, as a bean. A POST to it still needs the token of our forms.
 *
 * @param method GET or POST
 * @param pattern begins with a slash, as Spring writes path patterns
 */
public record OpenPath(String method, String pattern) {}
