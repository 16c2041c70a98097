package app.rollcall.ui;

import com.vaadin.flow.component.html.Span;

/** A property that is there or not: filled when it binds (required), dashed when it does not (optional). */
public final class Tag extends Span {

    private Tag(String kind) {
        addClassNames("tag", kind);
    }

    public static Tag required(String text) {
        Tag tag = new Tag("req");
        tag.add(Icons.FLAG.create(), new Span(text));
        return tag;
    }

    public static Tag optional(String text) {
        Tag tag = new Tag("opt");
        tag.setText(text);
        return tag;
    }
}
