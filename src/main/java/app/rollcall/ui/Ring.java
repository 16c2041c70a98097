package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;

/** A share as a ring or a slice. The number is handed to the style sheet; that draws it. */
public final class Ring extends Span {

    private int percent = -1;

    private Ring(String form) {
        addClassName(form);
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The ring of a running job, 16 px. */
    public static Ring running() {
        return new Ring("ring");
    }

    /** The disc with a slice of an enrolment, 14 px. */
    public static Ring slice(int percent) {
        Ring slice = new Ring("slice");
        slice.show(percent / 100d);
        return slice;
    }

    /** @param share 0 to 1; a ring never looks quite full or quite empty */
    public Ring show(double share) {
        int next = (int) Math.clamp(Math.floor(share * 100), 3, 100);
        if (next != percent) {
            percent = next;
            getElement().getStyle().set("--part", Integer.toString(next));
        }
        return this;
    }
}
