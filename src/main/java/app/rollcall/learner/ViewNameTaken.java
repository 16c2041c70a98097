package app.rollcall.learner;

/** The owner has a view of that name already, whatever its case. */
public final class ViewNameTaken extends RuntimeException {

    private final String name;

    ViewNameTaken(String name) {
        super("The name of a view is taken", null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
