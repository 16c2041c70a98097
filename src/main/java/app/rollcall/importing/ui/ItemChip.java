package app.rollcall.importing.ui;

import app.rollcall.importing.Item;
import app.rollcall.ui.Icons;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;

/** A course or product that was chosen, and can be taken away again. */
final class ItemChip extends Span {

    ItemChip(Item item, Runnable remove) {
        addClassNames("chip", "item-chip");
        Span picture = new Span((item.type().equals("course") ? Icons.COURSE : Icons.PRODUCT).create());
        picture.addClassName("tone");
        Span title = ImportWords.cut(item.title(), "title");
        title.setTitle(ImportWords.kind(this, item.type()) + " " + item.code());
        Button cross = new Button(Icons.CROSS.create(), _ -> remove.run());
        cross.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        cross.addClassNames("quiet", "square");
        cross.setAriaLabel(getTranslation("invite.chip.remove", item.title()));
        add(picture, title, cross);
    }
}
