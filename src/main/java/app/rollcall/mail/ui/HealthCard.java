package app.rollcall.mail.ui;

import app.rollcall.mail.MailHealth;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Locale;

/** How many mails wait, left and failed, and what the server last complained of. */
final class HealthCard extends Section {

    private final Paragraph way = new Paragraph();
    private final Figures figures = new Figures();
    private final Div more = new Div();

    HealthCard() {
        setId("mail-health");
        addClassName("mail-health");
        figures.add("queued", getTranslation("mail.health.queued"), Icons.CLOCK, "amber")
                .add("sending", getTranslation("mail.health.sending"), Icons.UPLOAD, "plain")
                .add("sent", getTranslation("mail.health.sent"), Icons.TICK_DISC, "green")
                .add("failed", getTranslation("mail.health.failed"), Icons.OCTAGON, "red");
        more.addClassName("caption");
        add(new H2(getTranslation("mail.health")), way, figures, more);
    }

    void show(MailHealth health, Moments moments) {
        way.setText(getTranslation("mail.health." + health.way().name().toLowerCase(Locale.ROOT)));
        figures.set("queued", health.queued());
        figures.set("sending", health.sending());
        figures.set("sent", health.sent24h());
        figures.set("failed", health.failed());
        more.removeAll();
        if (health.oldestQueued() != null) {
            more.add(new Paragraph(getTranslation("mail.health.oldest", moments.tell(health.oldestQueued()))));
        }
        if (health.lastError() != null && !health.lastError().isBlank()) {
            more.add(new Paragraph(getTranslation("mail.health.error", health.lastError())));
        }
    }
}
