package app.rollcall.mail.ui;

import app.rollcall.mail.Rendered;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;

/**
 * How a mail looks: its HTML in a frame of an origin of its own that runs no script, sends no form, leads nowhere and loads
 * nothing from outside (it is under the page's policy); and its text.
 */
final class Preview extends Div {

    private final Div subject = new Div();
    private final IFrame frame = new IFrame();
    private final Pre text = new Pre();

    Preview() {
        setId("template-preview");
        addClassName("template-preview");
        subject.addClassName("m");
        frame.getElement()
                .setAttribute("sandbox", "")
                .setAttribute("title", getTranslation("mail.settings.preview.frame"));
        add(new H2(getTranslation("mail.settings.preview")), subject, frame, text);
    }

    void show(Rendered mail) {
        subject.setText(mail.subject());
        frame.getElement().setAttribute("srcdoc", mail.html());
        text.setText(mail.text());
    }
}
