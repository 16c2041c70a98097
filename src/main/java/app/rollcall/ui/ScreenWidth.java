package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import java.util.function.IntConsumer;

/** How wide the browser's window is, for what cannot be laid out by a style sheet: which columns a table has. */
public final class ScreenWidth {

    /** Up to this width, in CSS pixels, a table is one column. */
    public static final int PHONE = 640;

    private ScreenWidth() {}

    /** Tells the width now, as soon as the browser has said it, and after each change, while the component is attached. */
    public static void follow(Component component, IntConsumer told) {
        component.addAttachListener(attached -> {
            var page = attached.getUI().getPage();
            page.retrieveExtendedClientDetails(details -> told.accept(details.getWindowInnerWidth()));
            var resizing = page.addBrowserWindowResizeListener(resized -> told.accept(resized.getWidth()));
            component.addDetachListener(detached -> {
                resizing.remove();
                detached.unregisterListener();
            });
        });
    }
}
