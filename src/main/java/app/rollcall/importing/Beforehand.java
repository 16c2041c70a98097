package app.rollcall.importing;

/**
 * What is decided about a list before its file was looked at: by a program, which has nobody to ask.
 *
 * @param onError what rows with errors will mean for the rest, unless the confirmation says otherwise
 * @param validate whether the list is checked as soon as it is read
 */
public record Beforehand(Options options, OnError onError, boolean validate) {

    static final Beforehand NOTHING = new Beforehand(Options.DEFAULT, OnError.BLOCK, false);
}
