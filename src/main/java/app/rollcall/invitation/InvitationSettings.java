package app.rollcall.invitation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long invitations live, and how often one is sent anew.
 *
 * @param expireAfter how long a link is good when the invitation itself does not say; counted from when it leaves
 * @param hoursBetween hours that must lie between two mails to the same person (EG-07); 0 for none (TI-15)
 */
@ConfigurationProperties("rollcall.invitations")
public record InvitationSettings(
        @DefaultValue("14d") Duration expireAfter,
        @DefaultValue("24") int hoursBetween) {

    public InvitationSettings {
        if (expireAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("rollcall.invitations.expire-after is at least a minute");
        }
        if (hoursBetween < 0) {
            throw new IllegalArgumentException("rollcall.invitations.hours-between is 0 or more");
        }
    }

    /** From when somebody who was last written to then may be written to again; null for at any time. */
    public @Nullable Instant resendableAt(@Nullable Instant lastSent) {
        return lastSent == null || hoursBetween == 0 ? null : lastSent.plus(Duration.ofHours(hoursBetween));
    }
}
