package app.rollcall.importing.ui;

import com.vaadin.flow.component.Component;

/**
 * Whether the keyboard's focus is in a part of the screen. Who leaves for another window has not left the part: the focus is
 * there again when they come back.
 */
final class FocusWithin {

    private final Component part;
    private final Runnable left;
    private boolean within;

    FocusWithin(Component part, Runnable left) {
        this.part = part;
        this.left = left;
        part.getElement().addEventListener("focusin", _ -> within = true);
        part.getElement()
                .addEventListener("focusout", _ -> leave())
                .setFilter("document.hasFocus() && !element.contains(event.relatedTarget)");
    }

    boolean now() {
        return within;
    }

    /** What was drawn anew has no focus in it. */
    void reset() {
        within = false;
    }

    /** A browser need not tell that what had the focus is gone, so it is asked. */
    void makeSure() {
        part.getElement()
                .executeJs("return this.contains(document.activeElement)")
                .then(Boolean.class, still -> {
                    if (!still) {
                        leave();
                    }
                });
    }

    private void leave() {
        within = false;
        left.run();
    }
}
