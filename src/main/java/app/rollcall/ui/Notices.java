package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** What a screen says in passing, at the bottom, and takes back by itself. */
public final class Notices {

    private static final int MILLISECONDS = 8_000;

    private Notices() {}

    /** Something succeeded. */
    public static void done(String text) {
        show("status", Icons.TICK_DISC, text);
    }

    /** Something succeeded that one press takes back, as long as the notice is there. */
    public static void done(String text, String undoLabel, Runnable undo) {
        Notification notice = show("status", Icons.TICK_DISC, text);
        Button button = new Button(undoLabel, click -> {
            notice.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        notice.add(button);
    }

    /** Something failed; read out at once. */
    public static void alert(String text) {
        show("alert", Icons.OCTAGON, text);
    }

    private static Notification show(String role, Icons icon, String text) {
        Notification notice = new Notification();
        Component picture = icon.create();
        Span words = new Span(text);
        words.addClassName("grow");
        words.getElement().setAttribute("role", role);
        notice.add(picture, words);
        notice.addClassNames("notice", role);
        notice.setDuration(MILLISECONDS);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.open();
        return notice;
    }
}
