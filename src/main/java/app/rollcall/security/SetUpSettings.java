package app.rollcall.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first start for real.
 *
 * @param linkLife how long the link that the log shows can be used
 */
@ConfigurationProperties("rollcall.set-up")
public record SetUpSettings(@DefaultValue("24h") Duration linkLife) {}
