package app.rollcall.security;

/** The actor may not do this, by the rights of this moment. Screens turn it into a sentence; nothing was read or changed. */
public final class Refused extends RuntimeException {

    private final Permission permission;

    public Refused(Permission permission) {
        super("Refused: " + permission, null, false, false);
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
