package app.rollcall.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who we are to it.
 *
 * @param password empty when the server asks for none
 * @param sslMode one of PostgreSQL's words: disable, allow, prefer, require, verify-ca, verify-full
 */
public record DatabaseAddress(
        String host, int port, String database, String username, String password, String sslMode) {

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
    private static final int USUAL_PORT = 5432;

    /**
     * Reads {@code postgresql://}, {@code jdbc:postgresql://} and {@code r2dbc:postgresql://}, with or without user and
     * password, port, and {@code ?sslmode=}. What is given besides the URL goes before what is in it.
     */
    static DatabaseAddress of(String url, @Nullable String username, @Nullable String password) {
        URI uri = uri(url);
        String[] user = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                uri.getPath().substring(1),
                username != null ? username : user.length > 0 ? decoded(user[0]) : "rollcall",
                password != null ? password : user.length > 1 ? decoded(user[1]) : "",
                sslMode(uri.getRawQuery()));
    }

    /** The same place for JDBC; without the password, which does not belong in a URL. */
    public String jdbcUrl() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "jdbc:postgresql://%s:%d/%s?sslmode=%s".formatted(name, port, database, sslMode);
    }

    @Override
    public String toString() {
        return "postgresql://%s:%d/%s as %s".formatted(host, port, database, username);
    }

    private static URI uri(String url) {
        try {
            URI uri = new URI(url.strip().replaceFirst("^(jdbc|r2dbc:pool|r2dbc):", ""));
            boolean ours = ("postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPath() != null
                    && uri.getPath().length() > 1;
            if (ours) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // The same sentence as below: the exception's own text would repeat the URL, and with it perhaps a
            // password.
        }
        throw new StartRefused(
                "The address of the database cannot be read.",
                "Write rollcall.database.url as postgresql://host:5432/name, and user and password as"
                        + " rollcall.database.username and rollcall.database.password.");
    }

    private static String sslMode(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "prefer";
        }
        String[] pair = query.split("=", 2);
        if (pair.length == 2 && "sslmode".equalsIgnoreCase(pair[0]) && SSL_MODES.contains(lower(pair[1]))) {
            return lower(pair[1]);
        }
        throw new StartRefused(
                "The address of the database carries a parameter that Rollcall does not know.",
                "Only ?sslmode= is read, with one of disable, allow, prefer, require, verify-ca, verify-full.");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
