package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Matching;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Moments;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of it (MA-14 to MA-18): the counts (OM-54), the rows that failed with their reasons (OM-55), and what can be done next. */
final class ResultStep extends StepPanel {

    private static final String LEARNERS = "management/members/learners";

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient ImportId id;
    private final transient FailedRows rows;
    private final transient Runnable done;
    private final transient @Nullable Instant ended;
    private final Figures figures = new Figures();
    private final FailedPart failed;
    private final Button retry = new Button();
    private final Button people = new Button();

    ResultStep(Import current, Imports imports, FailedRows rows, Actor actor, Clock clock, Runnable done) {
        super(current.id());
        this.imports = imports;
        this.actor = actor;
        this.id = current.id();
        this.rows = rows;
        this.done = done;
        this.ended = current.job().finishedAt();
        addClassName("result-step");
        boolean cancelled = current.job().state() == JobState.CANCELLED;
        figures.add("total", getTranslation("invite.figure.total"), Icons.LINES, "plain")
                .add("successful", getTranslation("invite.figure.successful"), Icons.TICK_DISC, "green")
                .add("failed", getTranslation("invite.figure.failed"), Icons.OCTAGON, "red");
        if (updates(current)) {
            figures.add("updated", getTranslation("invite.figure.updated"), Icons.PEN, "plain");
        }
        figures.add("enrolled", getTranslation("invite.figure.enrolled"), Icons.COURSE, "plain")
                .add("invited", getTranslation("invite.figure.invited"), Icons.ENVELOPE, "plain");
        if (cancelled) {
            figures.add("not_processed", getTranslation("invite.figure.not_processed"), Icons.BARRED, "amber");
        }
        failed = new FailedPart(rows, false);
        add(headline(current, clock), figures, failed);
    }

    private Component headline(Import current, Clock clock) {
        JobState state = current.job().state();
        H2 title = new H2(summary(current, state));
        title.setId("result");
        title.getElement().setAttribute("role", "status");
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
        boolean clean = state == JobState.COMPLETED;
        Icons icon = clean ? Icons.TICK : state == JobState.CANCELLED ? Icons.BARRED : Icons.TRIANGLE;
        Span picture = new Span(icon.create());
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

    /** In the requirement's own words when every row was imported (MA-15), else in figures (MA-16). */
    private String summary(Import current, JobState state) {
        return switch (state) {
            case COMPLETED -> getTranslation("invite.result.complete", current.emails());
            case CANCELLED ->
                getTranslation("invite.result.cancelled", current.successful(), current.rows(), current.notProcessed());
            default ->
                getTranslation(
                        "invite.result.partial",
                        current.successful(),
                        current.rows(),
                        current.job().failed());
        };
    }

    /** One that ended anew, after failed rows were put once more, is told anew, however short the run between was. */
    @Override
    boolean shows(Import current) {
        return Objects.equals(current.job().finishedAt(), ended)
                && switch (current.job().state()) {
                    case COMPLETED, COMPLETED_WITH_ERRORS -> true;
                    case CANCELLED -> current.step() == Step.APPLYING;
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
        if (current.job().state() == JobState.CANCELLED) {
            figures.set("not_processed", current.notProcessed());
        }
        failed.update(current);
        retry.setVisible(current.job().state() == JobState.COMPLETED_WITH_ERRORS && current.rowsKept());
        people.setVisible(current.imported() + current.updated() > 0 && current.rowsKept());
    }

    @Override
    Component[] foot() {
        retry.setText(getTranslation("invite.failed.retry"));
        retry.setId("retry");
        retry.addClickListener(_ ->
                UiTask.run(retry, imports.retry(actor, id), () -> {}, failure -> ResultWords.failed(this, failure)));
        people.setText(getTranslation("invite.show_people"));
        people.setIcon(Icons.PEOPLE.create());
        people.setId("show-people");
        people.addThemeVariants(ButtonVariant.TERTIARY);
        people.addClassName("quiet");
        people.addClickListener(_ -> {
            if (!rows.onPage()) {
                done.run();
            }
            UI.getCurrent().navigate(LEARNERS, QueryParameters.of("import", String.valueOf(id.value())));
        });
        Button button = new Button(getTranslation("invite.done"), _ -> done.run());
        button.setId("done");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return new Component[] {retry, people, right(button)};
    }
}
