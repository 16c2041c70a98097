package app.rollcall.importing.ui;

import java.util.HashSet;
import java.util.Set;

/** The rows that this screen has changed by itself: they do not glow when their change comes back. */
final class OwnRows {

    private final Set<Integer> rows = new HashSet<>();
    private boolean all;
    private boolean removed;

    void changes(int rowNo) {
        rows.add(rowNo);
    }

    /** All that changes next is our own doing: one fix may mend many rows. */
    void changesMany() {
        all = true;
    }

    /** A row is gone by our own hand, and with it what had the focus. */
    void removes() {
        removed = true;
    }

    boolean removed() {
        return removed;
    }

    /** Whether a change of this row is ours; asked once for each change. */
    boolean takes(int rowNo) {
        return rows.remove(rowNo) || all;
    }

    /** What came back has been shown. */
    void shown() {
        all = false;
        removed = false;
    }
}
