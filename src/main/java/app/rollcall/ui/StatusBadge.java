package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/**
 * A status: picture, words and hue, never the hue alone. The classes are those of {@code badges.css}: active, paused, pending,
 * bounced, disabled, ns, started, prog, done, ilt, warn, err, ok; and flush, for no space at the start.
 */
public final class StatusBadge extends Span {

    /**
     * How a status looks, apart from what draws it.
     *
     * @param icon the symbol of {@code icons.svg}
     */
    public record Look(String text, String icon, String classes) {

        public Look(String text, Icons icon, String... classes) {
            this(text, icon.symbol(), String.join(" ", classes));
        }
    }

    public StatusBadge(Look look) {
        this(look.text, Icons.of(look.icon).create(), look.classes.split(" "));
    }

    public StatusBadge(String text, Icons icon, String... statusClasses) {
        this(text, icon.create(), statusClasses);
    }

    /** With the slice of what is done as its picture. */
    public StatusBadge(String text, Ring slice, String... statusClasses) {
        this(text, (Component) slice, statusClasses);
    }

    private StatusBadge(String text, Component picture, String... statusClasses) {
        addClassName("st");
        addClassNames(statusClasses);
        add(picture, new Span(text));
    }
}
