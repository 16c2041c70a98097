package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DisabledUpdateMode;
import java.time.Duration;

/**
 * A sentence with the time that is left in it, which the browser counts down ({@code countdown.js}). The browser's clock is not
 * asked, only how long ago it was told.
 */
@Tag("rc-countdown")
public final class Countdown extends Component {

    /**
     * @param sentence with {@code {0}} where the time stands
     * @param over called once it is
     */
    public Countdown(String sentence, Duration left, Runnable over) {
        getElement().setAttribute("data-text", sentence);
        getElement().setAttribute("data-seconds", Long.toString(seconds(left)));
        getElement().addEventListener("over", _ -> over.run()).setDisabledUpdateMode(DisabledUpdateMode.ALWAYS);
    }

    /** So many whole seconds from now it is over. */
    public static long seconds(Duration left) {
        return Math.max(0, left.plusMillis(999).toSeconds());
    }
}
