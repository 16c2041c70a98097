package app.rollcall.importing.ui;

import app.rollcall.importing.Effect;
import app.rollcall.importing.EmailGroup;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;

/** An address with the number of its rows, what it comes to, and the worst that was found in them. Pressed, it opens and closes its lines. */
final class GroupHead extends Div {

    private final NativeButton button = new NativeButton();
    private final Span effect = new Span();
    private final Span outcome = new Span();
    private EmailGroup group;

    GroupHead(EmailGroup group, boolean open, SerializableConsumer<EmailGroup> toggle) {
        this.group = group;
        addClassName("group-head");
        button.addClassName("opener");
        button.addClickListener(_ -> toggle.accept(this.group));
        effect.addClassNames("effect", "xs");
        outcome.addClassName("outcome");
        add(button, effect, outcome);
        show(group, open);
    }

    /** The group as it is now. */
    GroupHead show(EmailGroup now, boolean open) {
        group = now;
        Span rows = new Span(getTranslation("invite.rows", now.rows()));
        rows.addClassName("t2");
        button.removeAll();
        button.add(
                (open ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).create(),
                ImportWords.cut(ChangeWords.person(this, now), "nm"),
                rows);
        button.getElement().setAttribute("aria-expanded", String.valueOf(open));
        // Where every row is wrong, the address comes to nothing.
        boolean some = now.errors() < now.rows() || now.effect() == Effect.CONFLICT;
        effect.setText(
                some ? getTranslation("invite.effect." + now.effect().name().toLowerCase(Locale.ROOT)) : "");
        effect.setClassName("amber-text", now.effect() == Effect.CONFLICT);
        outcome.removeAll();
        outcome.add(Outcome.badge(this, now));
        return this;
    }
}
