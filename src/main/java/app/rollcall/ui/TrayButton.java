package app.rollcall.ui;

import app.rollcall.live.JobProgress;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The jobs in one button of the header: a ring, "Import 62%" or "2 jobs 62%", and how many need somebody. */
final class TrayButton extends Button {

    private final Ring ring = Ring.running();
    private final SvgIcon idle = Icons.ACTIVITY.create();
    private final Span words = new Span();
    private final Span percent = new Span();
    private final Span attention = new Span();
    private final Span number = new Span();

    private @Nullable Told told;

    /** What the button says. */
    private record Told(String name, double share, String percent, long needy, boolean running) {}

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
        // What is not finished never reads as 100 %.
        double share = Math.floor(share(running) * 100) / 100;
        Told now = new Told(
                running.isEmpty() ? getTranslation("ui.tray.title") : name(running),
                share,
                NumberFormat.getPercentInstance(getLocale()).format(share),
                needy,
                !running.isEmpty());
        if (!now.equals(told)) {
            told = now;
            tell(now);
        }
    }

    private void tell(Told now) {
        ring.show(now.share);
        ring.setVisible(now.running);
        idle.setVisible(!now.running);
        words.setText(now.name);
        percent.setText(now.percent);
        percent.setVisible(now.running);
        number.setText(NumberFormat.getIntegerInstance(getLocale()).format(now.needy));
        attention.setVisible(now.needy > 0);
        setAriaLabel(now.running ? getTranslation("ui.tray.spoken", now.name, now.percent, now.needy) : now.name);
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
