package app.rollcall.importing;

/** Which rows of a list are asked for: by what the check found, by what their address comes to, or by what came of them. */
public enum RowOutcome {
    ALL,
    VALID,
    WARNING,
    ERROR,
    CREATED,
    UPDATED,
    UNCHANGED,
    CONFLICT,
    FAILED
}
