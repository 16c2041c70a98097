package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;

/** The mark and the name. */
public final class Logo extends Span {

    public Logo() {
        addClassName("brand");
        SvgIcon mark = new SvgIcon(Icons.SPRITE, "logo");
        mark.addClassName("logo");
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, new Span("Rollcall"));
    }
}
