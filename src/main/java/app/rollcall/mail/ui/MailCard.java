package app.rollcall.mail.ui;

import app.rollcall.mail.CaughtMail;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One caught mail: to whom and about what; opened, its text with its links. */
final class MailCard extends NativeDetails {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    MailCard(CaughtMail mail, Moments moments, boolean open) {
        addClassName("mail-card");
        getElement().setAttribute("data-mail", Long.toString(mail.id()));
        getElement().setAttribute("data-to", mail.recipient());
        getElement().setAttribute("data-kind", mail.kind());
        Span when = new Span(moments.tell(mail.at()));
        when.addClassName("caption");
        when.getElement().setAttribute("title", moments.exact(mail.at()));
        Span to = new Span(
                mail.name().isBlank()
                        ? mail.recipient()
                        : getTranslation("mail.outbox.to", mail.name(), mail.recipient()));
        to.addClassNames("caption", "cut");
        Span subject = new Span(mail.subject());
        subject.addClassNames("m", "cut");
        Div summary = new Div(subject, to, when);
        summary.addClassName("mail-line");
        setSummary(summary);
        Div body = new Div();
        body.addClassName("mail-text");
        words(body, mail.text());
        setContent(body);
        setOpen(open);
    }

    /** Text stays text; what begins like a link of the web becomes one. */
    private static void words(Div body, String text) {
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            body.add(new Text(text.substring(from, link.start())), anchor(link.group()));
            from = link.end();
        }
        body.add(new Text(text.substring(from)));
    }

    private static Component anchor(String address) {
        Anchor anchor = new Anchor(address, address, AnchorTarget.BLANK);
        anchor.getElement().setAttribute("rel", "noopener noreferrer").setAttribute("data-link", true);
        anchor.setRouterIgnore(true);
        return anchor;
    }
}
