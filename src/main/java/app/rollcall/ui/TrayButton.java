package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import java.text.NumberFormat;
import java.util.List;

/** The jobs in one button of the header: a ring, "Import 62%" or "2 jobs 62%", and how many need somebody. */
final class TrayButton extends Button {

    private final Ring ring = Ring.running();
    private final SvgIcon idle = Icons.ACTIVITY.create();
    private final Span words = new Span();
    private final Span percent = new Span();
    private final Span attention = new Span();
    private final Span number = new Span();

    TrayButton() {
        addThemeVariants(ButtonVariant.TERTIARY);
        setId("job-tray");
        addClassName("tray");
        words.addClassName("wide");
        percent.addClassName("k");
        attention.addClassName("attention");
        attention.add(Icons.TRIANGLE.create(), number);
        // The spaces are for those who have the name read out, letter by letter the same as what is seen.
        Span all = new Span(ring, idle, words, new Text(" "), percent, new Text(" "), attention);
        all.addClassName("row");
        getElement().appendChild(all.getElement());
    }

    void show(List<JobProgress> running, long needy) {
        double share = share(running);
        // What is not finished never reads as 100 %.
        String told = NumberFormat.getPercentInstance(getLocale()).format(Math.floor(share * 100) / 100);
        String name = running.isEmpty() ? getTranslation("ui.tray.title") : name(running);
        ring.show(share);
        ring.setVisible(!running.isEmpty());
        idle.setVisible(running.isEmpty());
        words.setText(name);
        percent.setText(told);
        percent.setVisible(!running.isEmpty());
        number.setText(NumberFormat.getIntegerInstance(getLocale()).format(needy));
        attention.setVisible(needy > 0);
        setAriaLabel(running.isEmpty() ? name : getTranslation("ui.tray.spoken", name, told, needy));
    }

    private String name(List<JobProgress> running) {
        return running.size() == 1 && running.getFirst().kind().equals("import")
                ? getTranslation("ui.tray.import")
                : getTranslation("ui.tray.jobs", running.size());
    }

    /** Of several jobs the one that is least far: the ring is never ahead of the work. */
    private static double share(List<JobProgress> running) {
        return running.stream().mapToDouble(JobProgress::share).min().orElse(0);
    }
}
