package app.rollcall.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves; the server it leaves by is Spring Boot's {@code spring.mail.*}.
 *
 * @param perMinute most mails a minute, on all nodes together
 * @param perMinuteAndDomain most mails a minute to one receiving domain
 * @param connections most mails handed over at the same time
 * @param lease how long a hand-over may take before it counts as cut off; longer than the time-outs of the server together
 * @param from the sender; by default no-reply at the host of the base URL
 * @param replyTo where answers go; by default nowhere else
 * @param unsubscribe what stands in List-Unsubscribe: a mailto: or https: address; by default a mail to the sender
 */
@ConfigurationProperties("rollcall.mail")
public record MailProperties(
        @DefaultValue("600") int perMinute,
        @DefaultValue("120") int perMinuteAndDomain,
        @DefaultValue("4") int connections,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("") String from,
        @DefaultValue("") String replyTo,
        @DefaultValue("") String unsubscribe) {}
