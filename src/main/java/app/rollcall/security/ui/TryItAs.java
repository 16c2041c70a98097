package app.rollcall.security.ui;

import app.rollcall.security.TrialSignIn;
import app.rollcall.security.TryAs;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The trial's people, each a form of its own: the sign-in form, filled in. */
final class TryItAs extends Section {

    TryItAs(TrialSignIn trial) {
        addClassName("rc-si-try");
        Paragraph hint = new Paragraph(getTranslation("security.sign-in.try.hint"));
        hint.addClassName("rc-si-quiet");
        UnorderedList people = new UnorderedList();
        trial.people().forEach(person -> people.add(new ListItem(form(person, trial.password()))));
        add(new H2(getTranslation("security.sign-in.try")), hint, people);
    }

    private PostForm form(TryAs person, String password) {
        PostForm form = new PostForm(SignInView.PATH);
        form.addHidden(SignInView.EMAIL, person.email());
        form.addHidden(SignInView.PASSWORD, password);
        Span initials = styled(new Span(initials(person.name())), "rc-si-avatar");
        initials.getElement().setAttribute("aria-hidden", "true");
        Span words = styled(
                new Span(
                        styled(new Span(person.name()), "rc-si-name"),
                        styled(new Span(getTranslation(person.expectationKey())), "rc-si-expect")),
                "rc-si-words");
        NativeButton press = new NativeButton();
        press.getElement().setAttribute("type", "submit");
        press.addClassName("rc-si-who");
        press.add(initials, words, styled(new Span(getTranslation(person.roleKey())), "rc-si-role"));
        form.add(press);
        return form;
    }

    /** The strip above the page that says what this is. */
    static Header strip(String what, String text) {
        Header strip = new Header(
                styled(new Span(), "rc-si-warning"),
                new Span(styled(new Span(what), "rc-si-name"), new Text(" " + text)));
        strip.addClassName("rc-si-trial");
        return strip;
    }

    private static String initials(String name) {
        return Stream.of(name.split(" ", -1))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    private static Span styled(Span span, String className) {
        span.addClassName(className);
        return span;
    }
}
