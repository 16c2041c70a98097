package app.rollcall.importing.csv;

import org.jspecify.annotations.Nullable;

/**
 * One row of the file, fit to be stored whatever is wrong with it: no cell holds a NUL, a lone surrogate or more than a thousand characters.
 *
 * @param rowNo counts data rows from 1; blank rows have no number
 * @param line the physical line the row starts on, the first line of the file being 1; for an unclosed quote the line it was opened on
 * @param email normalised when valid, else as written but trimmed
 * @param itemType {@code course}, {@code product}, empty for a mere invitation, or as written when unknown
 * @param itemId as written, leading zeros and all
 * @param problem the first thing found wrong, or null
 */
public record StagedRow(
        int rowNo,
        int line,
        String email,
        String firstName,
        String lastName,
        String itemType,
        String itemId,
        @Nullable Problem problem) {}
