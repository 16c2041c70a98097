package app.rollcall.importing;

import java.util.Locale;

/** What an import does while its job is not over. */
public enum Step {
    /** The list is put together: files, pastes, typed lines (OM-39). Nothing runs. */
    ADDING,
    /** The bytes arrive. */
    UPLOADING,
    /** The file is parsed and staged; counts bytes. */
    READING,
    /** The staged rows are held against the database. */
    CHECKING,
    /** What was shown is held against the database once more, for the ground may have moved since. */
    CONFIRMING,
    /** The confirmed rows become learners and enrolments; counts rows. */
    APPLYING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Step of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
