package app.rollcall.learner.ui;

import app.rollcall.ui.PersonAvatar.Face;
import app.rollcall.ui.StatusBadge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of the table of learners, as {@code rows.js} draws it. Components for all of this took
 * three times the memory of a screen and three times as long to be drawn (decision 018).
 */
sealed interface LearnerCell {

    /**
     * Words or a number.
     *
     * @param look classes
     * @param title empty for none
     * @param label what is read out in place of the text; empty for the text
     */
    record Said(String text, String look, String title, String label) implements LearnerCell {

        static Said of(String text, String look) {
            return new Said(text, look, "", "");
        }
    }

    /**
     * Who it is.
     *
     * @param path of the record; null where there is none
     */
    record Who(long id, Face face, String name, @Nullable String path) implements LearnerCell {}

    /** @param hue the class of {@code badges.css} */
    record Tag(String name, String hue) {}

    /**
     * The first tags, and how many more there are.
     *
     * @param more empty for none
     * @param rest what is not shown
     */
    record Tags(List<Tag> shown, String more, String rest) implements LearnerCell {}

    /**
     * How they stand.
     *
     * @param by who changed it a moment ago
     */
    record Standing(
            StatusBadge.Look badge, String title, @Nullable Face by) implements LearnerCell {}

    /** All of it, on a phone. */
    record Card(Who who, String under, Standing standing, String number) implements LearnerCell {}

    /**
     * What sends the reminder (EG-06).
     *
     * @param text the button's words; or what stands in its place
     * @param label of the button; empty where there is none
     * @param left seconds that {@code text} counts down in place of {@code {0}}; 0 when it does not
     */
    record Reminder(long id, String text, String label, long left, boolean working) implements LearnerCell {}

    /** What opens the row's menu. */
    record Dots(long id, String label, boolean working) implements LearnerCell {}
}
