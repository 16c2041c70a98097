package app.rollcall.importing;

/** A row that was not imported (OM-55). */
public record FailedRow(int rowNo, int line, String email, Finding finding) {}
