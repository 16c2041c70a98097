package app.rollcall.importing;

/** Which staged rows the review shows. */
public enum ReviewFilter {
    ALL,
    VALID,
    WARNINGS,
    ERRORS
}
