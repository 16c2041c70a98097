package app.rollcall.importing;

/** Nothing arrived for longer than {@code rollcall.import.upload-idle}, and the upload was given up meanwhile; nothing of it is kept. */
public final class BrokenOff extends RuntimeException {

    BrokenOff() {
        super("The upload stood still and was given up", null, false, false);
    }
}
