package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.importing.Import;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Matching;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Moments;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** What came of it: the counts (OM-54) and every row that failed, with its reason (OM-55). */
final class ResultStep extends StepPanel {

    private final transient Runnable done;
    private final Figures figures = new Figures();

    ResultStep(Import current, Imports imports, Actor actor, Clock clock, Runnable done) {
        super(current.id());
        this.done = done;
        addClassName("result-step");
        figures.add("total", getTranslation("invite.figure.total"), Icons.LINES, "plain")
                .add("successful", getTranslation("invite.figure.successful"), Icons.TICK_DISC, "green")
                .add("failed", getTranslation("invite.figure.failed"), Icons.OCTAGON, "red");
        if (updates(current)) {
            figures.add("updated", getTranslation("invite.figure.updated"), Icons.PEN, "plain");
        }
        figures.add("enrolled", getTranslation("invite.figure.enrolled"), Icons.COURSE, "plain")
                .add("invited", getTranslation("invite.figure.invited"), Icons.ENVELOPE, "plain");
        add(headline(current, clock), figures);
        long failed = current.job().failed();
        if (failed > 0) {
            Span count = new Span(NumberFormat.getIntegerInstance(getLocale()).format(failed));
            count.addClassName("t2");
            Span title = new Span(new Span(getTranslation("invite.failed_rows")), count);
            title.addClassNames("row", "b", "section");
            LazyItems<FailedRow> items = new LazyItems<>(
                    FailedRow::rowNo,
                    (offset, limit, _) -> imports.failed(actor, current.id(), offset, limit),
                    () -> Mono.just(failed));
            add(title, new FailedGrid(items));
        }
    }

    private Component headline(Import current, Clock clock) {
        boolean clean = current.job().state() == JobState.COMPLETED;
        H2 title = new H2(
                clean
                        ? getTranslation("invite.result.clean")
                        : getTranslation("invite.result.errors", current.job().failed()));
        title.setId("result");
        Instant ended = current.job().finishedAt();
        Instant began = current.job().runStartedAt();
        Paragraph when = new Paragraph();
        when.addClassName("t2");
        if (ended != null && began != null) {
            when.setText(getTranslation(
                    "invite.result.when",
                    Moments.of(this, clock.instant()).tell(ended),
                    Math.max(1, Duration.between(began, ended).toSeconds()),
                    current.skipped()));
        }
        Span picture = new Span((clean ? Icons.TICK : Icons.TRIANGLE).create());
        picture.addClassNames("medallion", clean ? "green" : "amber");
        Span words = new Span(title, when);
        words.addClassName("col");
        Span headline = new Span(picture, words);
        headline.addClassNames("row", "headline");
        return headline;
    }

    /** A list that could not change anybody does not say that it changed nobody. */
    private static boolean updates(Import current) {
        return current.options().matching().mode() != Matching.Mode.INSERT;
    }

    @Override
    boolean shows(Import current) {
        return switch (current.job().state()) {
            case COMPLETED, COMPLETED_WITH_ERRORS -> true;
            default -> false;
        };
    }

    @Override
    void update(Import current) {
        figures.set("total", current.rows());
        figures.set("successful", current.successful());
        figures.set("failed", current.job().failed());
        if (updates(current)) {
            figures.set("updated", current.updated());
        }
        figures.set("enrolled", current.enrolled());
        figures.set("invited", current.invited());
    }

    @Override
    Component[] foot() {
        Button button = new Button(getTranslation("invite.done"), _ -> done.run());
        button.setId("done");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {right(button)};
    }
}
