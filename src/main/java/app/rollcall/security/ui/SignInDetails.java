package app.rollcall.security.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where the form came, and what the browser calls itself. */
final class SignInDetails extends WebAuthenticationDetails {

    private static final int LONGEST = 500;

    private final String browser;

    SignInDetails(HttpServletRequest request) {
        super(request);
        String says = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        // Its version is new every few weeks; the place is not.
        String lasting = says.replaceAll("[\\d._]+", "");
        browser = lasting.substring(0, Math.min(lasting.length(), LONGEST));
    }

    String browser() {
        return browser;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignInDetails details && browser.equals(details.browser);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), browser);
    }
}
