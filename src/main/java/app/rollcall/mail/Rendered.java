package app.rollcall.mail;

/** A mail written out. It may hold a secret: never logged. */
public record Rendered(String subject, String text, String html) {

    @Override
    public String toString() {
        return "Rendered[…]";
    }
}
