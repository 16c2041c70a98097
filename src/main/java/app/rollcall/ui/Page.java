package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;

/**
 * The sheet that a screen lies on: head (title, count, actions at the right), bar (filters; search at the right), content, foot.
 * The content takes the room that is left and scrolls in itself.
 */
public class Page extends Div {

    private final H1 title = new H1();
    private final Span count = new Span();
    private final Div actions = part("right");
    private final Div bar = part("bar");
    private final Div tools = part("right");
    private final Div content = part("content");

    public Page(String title) {
        addClassName("page");
        this.title.setText(title);
        count.addClassName("count");
        count.setVisible(false);
        Div head = part("head");
        head.add(this.title, count, actions);
        bar.setVisible(false);
        add(head, bar, content);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    /**
     * Shows how many there are beside the title; it stays in place while it counts.
     *
     * @param spoken the number in words, for those who do not see where it stands
     */
    public void setCount(long number, String spoken) {
        String text = NumberFormat.getIntegerInstance(getLocale()).format(number);
        if (!text.equals(count.getText())) {
            count.setText(text);
            count.getElement().setAttribute("title", spoken);
        }
        count.setVisible(true);
    }

    /** Beside the title: a badge, a caption. */
    public Page beside(Component... parts) {
        for (Component part : parts) {
            actions.getParent()
                    .ifPresent(head -> head.getElement()
                            .insertChild(head.getElement().indexOfChild(actions.getElement()), part.getElement()));
        }
        return this;
    }

    /** At the right of the head; the one primary button comes last. */
    public Page actions(Component... parts) {
        actions.add(parts);
        return this;
    }

    /** In the bar, from the left. */
    public Page bar(Component... parts) {
        bar.setVisible(true);
        bar.add(parts);
        bar.add(tools);
        return this;
    }

    /** In the bar, at its right. On a narrow screen they come first. */
    public Page tools(Component... parts) {
        bar.setVisible(true);
        tools.add(parts);
        bar.add(tools);
        return this;
    }

    /** The thing itself: a grid, a form, an {@link EmptyState}; replaces what was there. */
    public Page content(Component... parts) {
        content.removeAll();
        content.add(parts);
        return this;
    }

    /** Where there is nothing but text, the content itself takes the focus: what scrolls is reached by keyboard too. */
    protected final void onlyRead(String label) {
        content.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", label);
    }

    public Page foot(LiveFoot foot) {
        add(foot);
        return this;
    }

    private static Div part(String className) {
        Div part = new Div();
        part.addClassName(className);
        return part;
    }
}
