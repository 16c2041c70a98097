package app.rollcall.importing.csv;

import java.util.List;

/** The file is refused as a whole; carries the reason and the arguments of its sentence. Raised before anything was applied. */
public final class Unreadable extends RuntimeException {

    private final FileRefusal refusal;
    private final transient List<Object> arguments;

    Unreadable(FileRefusal refusal, Object... arguments) {
        super(refusal + " " + List.of(arguments), null, false, false);
        this.refusal = refusal;
        this.arguments = List.of(arguments);
    }

    public FileRefusal refusal() {
        return refusal;
    }

    /** Numbers and texts in the order that {@link FileRefusal} documents; texts are shortened and free of control characters. */
    public List<Object> arguments() {
        return arguments;
    }
}
