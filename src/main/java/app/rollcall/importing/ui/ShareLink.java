package app.rollcall.importing.ui;

import app.rollcall.importing.ImportId;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Notices;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** The address of a list, so that a colleague can join; there as soon as the list is. */
final class ShareLink extends Span {

    private final Button open;
    private final Button copy;
    private @Nullable ImportId id;

    /** @param leave what to close before the page opens; without it the page is open already */
    ShareLink(@Nullable Runnable leave) {
        addClassNames("row", "share");
        open = new Button(getTranslation("invite.open_page"), _ -> {
            if (leave != null) {
                leave.run();
            }
            UI.getCurrent().navigate(path());
        });
        open.setId("open-page");
        open.setVisible(leave != null);
        open.addClassName("wide");
        // Where there is no room for words, a picture.
        Component picture = Icons.LINK.create();
        picture.addClassName("narrow");
        Span words = new Span(getTranslation("invite.copy_link"));
        words.addClassName("wide");
        copy = new Button(picture, _ -> copy());
        copy.getElement().appendChild(words.getElement());
        copy.setAriaLabel(getTranslation("invite.copy_link"));
        copy.setId("copy-link");
        add(copy, open);
        getChildren().forEach(link -> {
            ((Button) link).addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            link.addClassName("link");
        });
        show(null);
    }

    void show(@Nullable ImportId now) {
        id = now;
        setVisible(now != null);
    }

    private void copy() {
        getElement()
                .executeJs("return navigator.clipboard.writeText(new URL($0, document.baseURI).href)", path())
                .then(
                        _ -> Notices.done(getTranslation("invite.copied")),
                        _ -> Notices.alert(getTranslation("invite.not_copied")));
    }

    private String path() {
        return id == null ? ImportView.NEW : ImportView.path(id);
    }
}
