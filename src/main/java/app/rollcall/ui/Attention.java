package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;

/**
 * Whether somebody is at a part of the screen: the pointer is over it, or the focus in it. What would move things there waits
 * until they have gone on.
 */
public final class Attention {

    private static final String ACROSS_THE_EDGE = "!element.contains(event.relatedTarget)";

    private final Runnable gone;
    private boolean pointed;
    private boolean focused;

    private Attention(Runnable gone) {
        this.gone = gone;
    }

    /** @param gone called when neither the pointer nor the focus is there any more */
    public static Attention to(Component part, Runnable gone) {
        Attention attention = new Attention(gone);
        Element element = part.getElement();
        element.addEventListener("mouseenter", _ -> attention.now(true, attention.focused));
        element.addEventListener("mouseleave", _ -> attention.now(false, attention.focused));
        element.addEventListener("focusin", _ -> attention.now(attention.pointed, true))
                .setFilter(ACROSS_THE_EDGE);
        element.addEventListener("focusout", _ -> attention.now(attention.pointed, false))
                .setFilter(ACROSS_THE_EDGE);
        OnScreen.during(part, _ -> attention::none);
        return attention;
    }

    public boolean here() {
        return pointed || focused;
    }

    /** A pointer is not said to leave what is taken away from under it. */
    private void none() {
        pointed = false;
        focused = false;
    }

    private void now(boolean pointer, boolean focus) {
        boolean before = here();
        pointed = pointer;
        focused = focus;
        if (before && !here()) {
            gone.run();
        }
    }
}
