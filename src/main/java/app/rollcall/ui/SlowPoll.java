package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/**
 * The safety net under push, which can stop without anybody noticing: every 30 s, and as soon as a browser is back after it was
 * cut off, the screens that asked for it read again what they show.
 */
public final class SlowPoll {

    static final int MILLISECONDS = 30_000;

    private SlowPoll() {}

    /** A browser that was cut off is back. */
    static final class Back extends ComponentEvent<UI> {

        Back(UI ui) {
            super(ui, true);
        }
    }

    /** Calls {@code again} at each poll and each return of the browser while the component is on screen. */
    public static void onPoll(Component component, Runnable again) {
        onPoll(component, again, again);
    }

    /** Calls {@code glance} at each poll, and {@code again} at each return of the browser: between the two less can have been missed. */
    public static void onPoll(Component component, Runnable glance, Runnable again) {
        OnScreen.during(
                component,
                ui -> Registration.combine(
                        ui.addPollListener(_ -> glance.run()),
                        ComponentUtil.addListener(ui, Back.class, _ -> again.run())));
    }
}
