package app.rollcall.importing.ui;

import app.rollcall.importing.CannotRetry;
import app.rollcall.importing.FailedRow;
import app.rollcall.importing.Finding;
import app.rollcall.job.JobMoved;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The sentences about an import that runs or is over. */
final class ResultWords {

    /** Reasons that are told in the requirements' own words (MA-19, MA-20). */
    private static final Set<String> SET = Set.of("person_not_found", "person_disabled");

    private ResultWords() {}

    /** Why a row was not imported. */
    static String reason(Moments.Words words, FailedRow row) {
        Finding finding = row.finding();
        return SET.contains(finding.reason())
                ? words.say("importing.reason." + finding.reason())
                : words.say(
                        "importing.problem." + finding.reason() + ("0".equals(finding.detail()) ? ".typed" : ""),
                        row.line(),
                        Objects.requireNonNullElse(finding.column(), ""),
                        Objects.requireNonNullElse(finding.value(), ""),
                        Objects.requireNonNullElse(finding.detail(), ""));
    }

    /** A reason without the row it is about, to choose by. */
    static String reasonName(Component words, String reason) {
        return words.getTranslation("invite.reason." + reason);
    }

    static Optional<String> failed(Component words, Throwable failure) {
        return switch (failure) {
            case JobMoved moved -> Optional.of(moved(words, moved));
            case CannotRetry cannot ->
                Optional.of(words.getTranslation(
                        "invite.cannot_retry." + cannot.reason().name().toLowerCase(Locale.ROOT)));
            default -> ImportWords.failed(words, failure);
        };
    }

    /** Who was first, when, and what holds now. */
    private static String moved(Component words, JobMoved moved) {
        String now = words.getTranslation("invite.now." + moved.state().code());
        return moved.by() == null || moved.at() == null
                ? words.getTranslation("invite.moved", now)
                : words.getTranslation(
                        "invite.moved.by",
                        moved.by(),
                        Moments.of(words, moved.now()).tell(moved.at()),
                        now);
    }
}
