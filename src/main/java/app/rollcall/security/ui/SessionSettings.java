package app.rollcall.security.ui;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session lasts; the idle limit is Spring Boot's {@code server.servlet.session.timeout}.
 *
 * @param absoluteLimit after this one signs in again, however busy one was
 */
@ConfigurationProperties("rollcall.session")
record SessionSettings(@DefaultValue("12h") Duration absoluteLimit) {}
