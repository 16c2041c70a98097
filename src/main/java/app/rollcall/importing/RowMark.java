package app.rollcall.importing;

/** A place in the order of a list's rows: who reads on from here misses no row and gets none twice, whatever is changed meanwhile. */
public record RowMark(int group, int row) {

    /** Before the first. */
    public static final RowMark START = new RowMark(Integer.MIN_VALUE, Integer.MIN_VALUE);
}
