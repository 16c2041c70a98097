package app.rollcall.importing;

/** How many addresses of a list come to what if it is confirmed; those of which every row is wrong come to nothing. */
public record Effects(long created, long updated, long unchanged, long conflicts) {}
