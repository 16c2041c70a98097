package app.rollcall.importing;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param reason a typed code; its sentence is importing.problem.reason in the texts
 * @param value the value that is wrong, shortened
 * @param detail what else the sentence needs, such as the line of the first duplicate
 * @param fix what would mend it; null when only a person can tell
 */
public record Finding(
        Severity severity,
        String reason,
        @Nullable String column,
        @Nullable String value,
        @Nullable String detail,
        @Nullable Fix fix) {}
