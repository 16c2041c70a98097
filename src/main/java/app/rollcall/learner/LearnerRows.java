package app.rollcall.learner;

import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes lines of the directory of what {@link DirectoryQuery} reads. */
final class LearnerRows {

    private LearnerRows() {}

    static LearnerRow row(Readable row) {
        return new LearnerRow(
                new PersonId(Objects.requireNonNull(row.get("id", Long.class))),
                text(row, "email"),
                text(row, "first_name"),
                text(row, "last_name"),
                LearnerStatus.of(text(row, "status")),
                invited(row),
                categories(row),
                Objects.requireNonNull(row.get("courses", Integer.class)),
                Objects.requireNonNull(row.get("completed", Integer.class)),
                Objects.requireNonNull(row.get("products", Integer.class)),
                row.get("location", String.class),
                time(row, "last_login_at"),
                Objects.requireNonNull(time(row, "added_at")),
                time(row, "asked_in"));
    }

    private static @Nullable Invited invited(Readable row) {
        String state = row.get("invitation", String.class);
        return state == null
                ? null
                : new Invited(
                        InvitationState.of(state),
                        row.get("invited_by", String.class),
                        Objects.requireNonNull(time(row, "invited_at")),
                        time(row, "since"),
                        Boolean.TRUE.equals(row.get("held_back", Boolean.class))
                                ? Instant.MAX
                                : time(row, "send_after"),
                        time(row, "expires_at"),
                        time(row, "last_sent"),
                        row.get("bounce_reason", String.class),
                        Boolean.TRUE.equals(row.get("accepting", Boolean.class)));
    }

    private static List<CategoryTag> categories(Readable row) {
        String[] names = Objects.requireNonNull(row.get("category_names", String[].class));
        Integer[] hues = Objects.requireNonNull(row.get("category_hues", Integer[].class));
        List<CategoryTag> tags = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            tags.add(new CategoryTag(names[i], hues[i]));
        }
        return tags;
    }

    static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
