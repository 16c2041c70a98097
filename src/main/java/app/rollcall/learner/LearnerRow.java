package app.rollcall.learner;

import app.rollcall.security.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the directory.
 *
 * @param invited how the invitation stands; null unless the learner is pending and invited
 * @param courses courses with access (OM-12); meaningless while pending (OM-17)
 * @param completed how many of them the newest attempt has completed (EG-08)
 * @param location where they say they are (EG-08); null when they do not
 * @param addedAt when they came to be here
 * @param askedIn when a pending learner last asked to get in, and no mail has left since (TI-16); null otherwise
 */
public record LearnerRow(
        PersonId id,
        String email,
        String firstName,
        String lastName,
        LearnerStatus status,
        @Nullable Invited invited,
        List<CategoryTag> categories,
        int courses,
        int completed,
        int products,
        @Nullable String location,
        @Nullable Instant lastLogin,
        Instant addedAt,
        @Nullable Instant askedIn) {

    public LearnerRow {
        categories = List.copyOf(categories);
    }

    public boolean pending() {
        return status == LearnerStatus.PENDING;
    }

    /** The profile's name; the invited address stands for it while there is no profile (OM-16), or it has no name. */
    public String name() {
        String name = (firstName + " " + lastName).strip();
        return pending() || name.isEmpty() ? email : name;
    }
}
