package app.rollcall.importing.csv;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes of the whole file
 * @param rows of data, blank ones not counted
 * @param fieldChars in one cell; a longer one spoils its row, not the file
 * @param columns in the heading row
 */
public record ReadingLimits(long bytes, int rows, int fieldChars, int columns) {

    public static final ReadingLimits DEFAULT = new ReadingLimits(256L * 1024 * 1024, 1_000_000, 64 * 1024, 200);

    public ReadingLimits {
        if (bytes < 1 || rows < 1 || fieldChars < 1 || columns < 1) {
            throw new IllegalArgumentException("A limit of nothing reads nothing");
        }
    }

    /**
     * The same for a file whose list holds so many rows already.
     *
     * @throws Unreadable when there is room for none
     */
    public ReadingLimits beside(int present) {
        if (present >= rows) {
            throw new Unreadable(FileRefusal.TOO_MANY_ROWS, rows);
        }
        return new ReadingLimits(bytes, rows - present, fieldChars, columns);
    }

    /** A record this long is given up even if no cell of it is too long: the reader's buffer has to end somewhere. */
    int recordChars() {
        return 4 * fieldChars;
    }
}
