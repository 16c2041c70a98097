package app.rollcall.learner.ui;

import app.rollcall.enrolment.CourseFigures;
import app.rollcall.learner.LearnerRow;
import app.rollcall.ui.Chip;
import app.rollcall.ui.Icons;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.StatusBadge;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.function.UnaryOperator;

/** Whom a record is about: face, name, status, email, categories, and what their learning comes to (OM-57, OM-58). */
final class RecordHead extends Div {

    private final H1 name = new H1();
    private final Span status = new Span();
    private final Span email = new Span();
    private final Span location = new Span();
    private final Span categories = new Span();
    private final Div face = new Div();
    private final Div cards = new Div();
    private final Div menu = new Div(new Span());

    RecordHead() {
        addClassName("record-head");
        name.setId("record-name");
        email.addClassName("t2");
        email.setId("record-email");
        email.getElement().setAttribute("dir", "ltr");
        location.addClassNames("t2", "where");
        location.setId("record-location");
        categories.addClassName("chips");
        categories.setId("record-categories");
        cards.addClassName("cards");
        cards.setId("record-cards");
        Div title = new Div(name, status);
        title.addClassName("row");
        Div contact = new Div(email, location);
        contact.addClassNames("row", "contact");
        Div who = new Div(title, contact, categories);
        who.addClassName("who");
        add(face, who, cards, menu);
    }

    /** @param actions the learner's menu from the one that is here, which may stay: then it also stays open */
    void show(LearnerRow learner, CourseFigures courses, long products, UnaryOperator<Component> actions) {
        name.setText(learner.name());
        status.removeAll();
        status.add(new StatusBadge(LearnerBadges.of(this, learner)));
        email.setText(learner.email());
        location.setVisible(learner.location() != null);
        location.removeAll();
        if (learner.location() != null) {
            Span said = new Span(learner.location());
            said.addClassName("cut");
            said.setTitle(learner.location());
            location.add(Icons.PIN.create(), Unseen.words(getTranslation("record.location")), said);
        }
        categories.removeAll();
        learner.categories().stream()
                .map(tag -> new Chip(tag.name(), tag.hue()))
                .forEach(categories::add);
        face.removeAll();
        face.add(PersonAvatar.of(learner.name(), PersonAvatar.Size.XL));
        cards.removeAll();
        cards.add(
                card("courses", number(courses.courses()), getTranslation("record.completed", courses.completed())),
                card("products", number(products), ""),
                card(
                        "completion",
                        NumberFormat.getPercentInstance(getLocale()).format(courses.completion() / 100d),
                        ""));
        Component now = menu.getComponentAt(0);
        Component next = actions.apply(now);
        if (next != now) {
            menu.replace(now, next);
        }
    }

    private Div card(String what, String figure, String more) {
        Span label = new Span(getTranslation("record." + what));
        label.addClassName("t2");
        Span number = new Span(figure);
        number.addClassName("figure");
        Span rest = new Span(more);
        rest.addClassNames("t2", "xs");
        Span value = new Span(number, rest);
        value.addClassName("row");
        Div card = new Div(label, value);
        card.addClassName("fact-card");
        card.setId("card-" + what);
        return card;
    }

    private String number(long value) {
        return NumberFormat.getIntegerInstance(getLocale()).format(value);
    }
}
