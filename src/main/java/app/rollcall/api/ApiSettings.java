package app.rollcall.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the API.
 *
 * @param requestsPerMinute that each client may make, on all nodes together
 */
@ConfigurationProperties("rollcall.api")
record ApiSettings(@DefaultValue("120") int requestsPerMinute) {}
