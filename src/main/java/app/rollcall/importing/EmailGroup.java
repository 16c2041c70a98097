package app.rollcall.importing;

import java.util.List;

/**
 * The rows of one address (OM-48).
 *
 * @param rows how many they are
 * @param errors, warnings rows by what the check found
 * @param effect what the address comes to if the list is confirmed
 * @param changes what changes of the person, and what stays though the file says otherwise
 * @param lines the first {@value #SHOWN} of them, in order
 */
public record EmailGroup(
        int no,
        String email,
        int rows,
        int errors,
        int warnings,
        Effect effect,
        List<FieldChange> changes,
        List<ReviewRow> lines) {

    /** More lines of one address than this are counted, not shown. */
    public static final int SHOWN = 50;

    public EmailGroup {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }
}
