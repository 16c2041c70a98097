package app.rollcall.importing;

import org.jspecify.annotations.Nullable;

/**
 * What is decided about a list before its file was looked at: by a program, which has nobody to ask, or by where the list was
 * begun.
 *
 * @param onError what rows with errors will mean for the rest, unless the confirmation says otherwise
 * @param validate whether the list is checked as soon as it is read
 * @param course the code of the course that every row gets which names nothing itself; null for none
 */
public record Beforehand(
        Options options,
        OnError onError,
        boolean validate,
        @Nullable String course) {

    public static final Beforehand NOTHING = new Beforehand(Options.DEFAULT, OnError.BLOCK, false);

    public Beforehand(Options options, OnError onError, boolean validate) {
        this(options, onError, validate, null);
    }

    /**
     * What holds for a list that is begun at a course (MA-10): rows with errors are left out (rule C4), and the headings of its
     * files must be those of the sample, until somebody chooses to have them read otherwise (rule C6).
     */
    public static Beforehand ofCourse(String code) {
        return new Beforehand(Options.DEFAULT, OnError.SKIP_ROWS, false, code);
    }
}
