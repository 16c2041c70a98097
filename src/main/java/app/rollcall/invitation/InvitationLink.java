package app.rollcall.invitation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind a link shows.
 *
 * @param welcome what whoever holds a good link may know; null unless it can be accepted
 */
public record InvitationLink(LinkState state, @Nullable Welcome welcome) {

    /**
     * @param inviter name of who invited; null when not known any more
     * @param locale language tag, or null when nobody gave one
     * @param timeZone as the tz database has it, or null when nobody gave one
     * @param courses titles of what waits for the person, the first few
     */
    public record Welcome(
            String organisation,
            String email,
            String firstName,
            String lastName,
            @Nullable String inviter,
            @Nullable String locale,
            @Nullable String timeZone,
            List<String> courses,
            Instant expiresAt) {

        public Welcome {
            courses = List.copyOf(courses);
        }
    }

    static InvitationLink dead(LinkState state) {
        return new InvitationLink(state, null);
    }
}
