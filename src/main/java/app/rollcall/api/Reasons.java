package app.rollcall.api;

import app.rollcall.importing.FileRefused;
import app.rollcall.importing.Finding;
import java.util.Objects;

/** The sentences of typed reasons: those of the screens, as far as there are. */
final class Reasons {

    private Reasons() {}

    /** Of a job or a source: a code with arguments, as it is kept. */
    static ImportState.Reason of(String kept) {
        FileRefused reason = FileRefused.of(kept);
        Object[] arguments = reason.arguments().toArray();
        String own = Sentences.sayOr("", "api.reason." + reason.code(), arguments);
        return new ImportState.Reason(
                reason.code(),
                own.isEmpty() ? Sentences.sayOr(reason.code(), "importing.refused." + reason.code(), arguments) : own);
    }

    static String of(int line, Finding finding) {
        return Sentences.sayOr(
                finding.reason(),
                "importing.problem." + finding.reason(),
                line == 0 ? Sentences.say("api.typed") : line,
                Objects.requireNonNullElse(finding.column(), ""),
                Objects.requireNonNullElse(finding.value(), ""),
                Objects.requireNonNullElse(finding.detail(), ""));
    }
}
