package app.rollcall.learner;

/** The categories are not what the person at the screen saw: one was removed, or the learner has others by now. Nothing was done. */
public final class CategoriesMoved extends RuntimeException {

    CategoriesMoved() {
        super("The categories have changed meanwhile", null, false, false);
    }
}
