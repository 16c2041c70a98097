package app.rollcall.importing;

import java.util.List;

/**
 * A row with what it comes to.
 *
 * @param mark its place, to read on from
 * @param state what came of it: staged until it is applied, then imported, updated, skipped or failed
 * @param effect what its address comes to, as of the last check
 * @param changes what it changes of a person who is here already
 */
public record PagedRow(ReviewRow row, RowMark mark, String state, Effect effect, List<FieldChange> changes) {

    public PagedRow {
        changes = List.copyOf(changes);
    }
}
