package app.rollcall.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passwords that are forgotten.
 *
 * @param linkLife how long the mailed link can be used
 * @param answerAfter how long the answer to a request takes, whoever it is for; longer than the work for somebody who is known
 */
@ConfigurationProperties("rollcall.passwords")
public record PasswordSettings(
        @DefaultValue("30m") Duration linkLife,
        @DefaultValue("500ms") Duration answerAfter) {}
