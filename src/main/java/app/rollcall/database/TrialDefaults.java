package app.rollcall.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Without an outside database this is a trial, and a trial is open to this computer only: its password is known to all.
 * So {@code rollcall.trial} can neither be set beside an outside database nor beside a public address.
 */
final class TrialDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String LOOPBACK = "127.0.0.1";

    /** After everything that brings configuration. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean outside = DatabaseProperties.outside(environment).isPresent();
        boolean trial = environment.getProperty("rollcall.trial", Boolean.class, !outside);
        if (trial && outside) {
            throw new StartRefused(
                    "A trial was asked for together with an outside database.",
                    "Remove rollcall.trial to use that database, or rollcall.database.url to try Rollcall.");
        }
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("rollcall.trial", trial);
        if (trial) {
            for (String property : new String[] {"server.address", "management.server.address"}) {
                requireLoopback(property, environment.getProperty(property));
                defaults.put(property, LOOPBACK);
            }
        }
        environment.getPropertySources().addLast(new MapPropertySource("trial", defaults));
    }

    private static void requireLoopback(String property, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return;
        }
        try {
            if (InetAddress.getByName(address).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // An address that nobody knows is none of this computer's own.
        }
        throw new StartRefused(
                "A trial is open to this computer only, but " + property + " is " + address + ".",
                "Remove " + property + ", or set rollcall.trial=false to start without the invented people.");
    }
}
