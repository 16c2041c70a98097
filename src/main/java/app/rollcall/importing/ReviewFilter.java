package app.rollcall.importing;

/** Which addresses the review shows: by what the check found in their rows, or by what they come to. */
public enum ReviewFilter {
    ALL,
    VALID,
    WARNINGS,
    ERRORS,
    CREATED,
    UPDATED,
    UNCHANGED,
    CONFLICTS
}
