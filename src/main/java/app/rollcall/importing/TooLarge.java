package app.rollcall.importing;

/** The file is larger than {@code rollcall.import.max-file-size}; nothing of it was kept. */
public final class TooLarge extends RuntimeException {

    TooLarge() {
        super("The file is larger than the limit", null, false, false);
    }
}
