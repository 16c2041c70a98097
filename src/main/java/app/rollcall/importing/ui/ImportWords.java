package app.rollcall.importing.ui;

import app.rollcall.importing.CannotConfirm;
import app.rollcall.importing.FileRefused;
import app.rollcall.importing.Finding;
import app.rollcall.importing.Import;
import app.rollcall.importing.TooLarge;
import app.rollcall.live.JobProgress;
import app.rollcall.security.Refused;
import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentences of an import. What is wrong says what, where and how to mend it. */
final class ImportWords {

    private static final double MEGABYTE = 1024d * 1024;

    private ImportWords() {}

    static String finding(Component words, int line, Finding finding) {
        return words.getTranslation(
                "importing.problem." + finding.reason(),
                line,
                Objects.requireNonNullElse(finding.column(), ""),
                Objects.requireNonNullElse(finding.value(), ""),
                Objects.requireNonNullElse(finding.detail(), ""));
    }

    static String refused(Component words, @Nullable String reason) {
        if (reason == null) {
            return words.getTranslation("invite.failed");
        }
        FileRefused refused = FileRefused.of(reason);
        return words.getTranslation(
                "importing.refused." + refused.code(), refused.arguments().toArray());
    }

    static String uploadFailed(Component words, Exception failure) {
        return switch (failure) {
            case TooLarge _ -> words.getTranslation("invite.upload.too_large");
            case Refused _ -> words.getTranslation("invite.refused");
            default -> words.getTranslation("invite.upload.broken");
        };
    }

    static Optional<String> notConfirmed(Component words, Throwable failure) {
        return switch (failure) {
            case CannotConfirm cannot ->
                Optional.of(words.getTranslation(
                        "invite.cannot." + cannot.reason().name().toLowerCase(Locale.ROOT)));
            case Refused _ -> Optional.of(words.getTranslation("invite.refused"));
            default -> Optional.empty();
        };
    }

    static String kind(Component words, String itemType) {
        return switch (itemType) {
            case "course" -> words.getTranslation("invite.kind.course");
            case "product" -> words.getTranslation("invite.kind.product");
            case "" -> words.getTranslation("invite.kind.none");
            default -> itemType;
        };
    }

    static String dialect(Component words, Import current) {
        return "";
    }

    static String megabytes(Component words, long done, long total) {
        return words.getTranslation("invite.megabytes", done / MEGABYTE, total / MEGABYTE);
    }

    static String pace(Component words, JobProgress job) {
        return job.rate()
                .map(rate -> words.getTranslation(
                        "invite.pace",
                        Math.round(rate),
                        job.left().map(left -> left(words, left)).orElse("")))
                .orElse("");
    }

    private static String left(Component words, Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        return seconds < 90
                ? words.getTranslation("invite.left.seconds", seconds)
                : words.getTranslation("invite.left.minutes", Math.round(seconds / 60d));
    }
}
