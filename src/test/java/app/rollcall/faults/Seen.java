package app.rollcall.faults;

import java.util.Map;

/**
 * An import as committed at one moment.
 *
 * @param settled staged rows that have an outcome, counted one by one
 */
record Seen(
        String state, String step, int run, int claims, long total, long done, long failed, long cursor, long settled) {

    private static final String SQL = """
            SELECT j.*, (SELECT count(*) FROM import_row r WHERE r.import_id = j.id AND r.state <> 'staged') AS settled
            FROM job j ORDER BY id LIMIT 1
            """;

    private static final Seen NOTHING = new Seen("none", "none", 0, 0, 0, 0, 0, 0, 0);

    static Seen of(Beside database) {
        Map<String, String> row = database.row(SQL);
        return row.isEmpty()
                ? NOTHING
                : new Seen(
                        row.get("state"),
                        row.get("step"),
                        Integer.parseInt(row.get("run")),
                        Integer.parseInt(row.get("claims")),
                        Long.parseLong(row.get("total")),
                        Long.parseLong(row.get("done")),
                        Long.parseLong(row.get("failed")),
                        Long.parseLong(row.get("cursor")),
                        Long.parseLong(row.get("settled")));
    }

    long committed() {
        return done + failed;
    }

    boolean applying() {
        return step.equals("applying");
    }

    boolean over() {
        return state.startsWith("completed");
    }
}
