package app.rollcall.mail.ui;

import app.rollcall.mail.FailedLetter;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.StatusBadge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mails that did not leave for sure, each with why, and a button that sends it again. Gone while there is none. */
final class FailedMails extends Section {

    /** So many are listed. */
    static final int MOST = 50;

    private final UnorderedList list = new UnorderedList();
    private final Paragraph more = new Paragraph();
    private final transient Again again;
    private @Nullable List<FailedLetter> shown;

    /** Sends one again, on a press of this button. */
    interface Again {

        void send(FailedLetter letter, boolean evenTwice, Button button);
    }

    FailedMails(Again again) {
        this.again = again;
        setId("failed-mails");
        addClassName("failed-mails");
        more.addClassName("caption");
        add(new H2(getTranslation("mail.failed")), list, more);
        setVisible(false);
    }

    /** Left alone while it says the same: a button that is about to be pressed must not be made anew. */
    void show(List<FailedLetter> letters, long all, Moments moments) {
        more.setText(getTranslation("mail.failed.more", letters.size(), all));
        more.setVisible(all > letters.size());
        if (!letters.equals(shown)) {
            shown = letters;
            setVisible(!letters.isEmpty());
            list.removeAll();
            letters.forEach(letter -> list.add(line(letter, moments)));
        }
    }

    private ListItem line(FailedLetter letter, Moments moments) {
        Span to = new Span(letter.to());
        to.addClassNames("m", "cut");
        Span kind = new Span(getTranslation("mail.kind." + letter.kind().name().toLowerCase(Locale.ROOT)));
        kind.addClassNames("t2", "cut");
        Div what = new Div(to, kind);
        what.addClassName("failed-what");
        Div why = new Div(badge(letter), new Span(reason(letter)));
        why.addClassName("failed-why");
        Span when = new Span(letter.at() == null ? "" : moments.tell(letter.at()));
        when.addClassNames("t2", "xs", "failed-when");
        when.setTitle(letter.at() == null ? "" : moments.exact(letter.at()));
        Button button = new Button(getTranslation("mail.failed.again"));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("mail.failed.again.to", letter.to()));
        button.getElement().setAttribute("data-again", letter.box() + "-" + letter.key());
        button.addClickListener(_ -> press(letter, button));
        return new ListItem(what, why, when, button);
    }

    private StatusBadge badge(FailedLetter letter) {
        return letter.unconfirmed()
                ? new StatusBadge(getTranslation("mail.failed.unconfirmed"), Icons.ENVELOPE, "bounced")
                : new StatusBadge(getTranslation("mail.failed.bounced"), Icons.ENVELOPE_CROSSED, "bounced");
    }

    private String reason(FailedLetter letter) {
        return letter.unconfirmed() && letter.reason().isEmpty()
                ? getTranslation("mail.failed.unconfirmed.what")
                : letter.reason();
    }

    private void press(FailedLetter letter, Button button) {
        if (!letter.unconfirmed()) {
            again.send(letter, false, button);
            return;
        }
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setId("mail-twice-dialog");
        dialog.setHeader(getTranslation("mail.failed.ask", letter.to()));
        dialog.setText(getTranslation("mail.failed.ask.what"));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("mail.failed.ask.no"));
        dialog.setConfirmText(getTranslation("mail.failed.again"));
        dialog.addConfirmListener(_ -> again.send(letter, true, button));
        dialog.open();
    }
}
