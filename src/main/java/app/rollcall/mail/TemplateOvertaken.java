package app.rollcall.mail;

/** Somebody else saved the template since it was read; theirs stays. */
public final class TemplateOvertaken extends RuntimeException {

    TemplateOvertaken() {
        super("Another version was saved first", null, false, false);
    }
}
