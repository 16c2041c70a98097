package app.rollcall.importing;

/** How many rows failed for one reason. */
public record FailedReason(String reason, long rows) {}
