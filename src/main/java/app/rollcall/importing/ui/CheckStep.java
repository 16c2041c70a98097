package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.importing.ReviewFilter;
import app.rollcall.importing.ReviewRow;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.Figures;
import app.rollcall.ui.Icons;
import app.rollcall.ui.LazyItems;
import app.rollcall.ui.Segments;
import app.rollcall.ui.StatusBadge;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Shows what the check found, and takes the decision (OM-46 to OM-52, rule C4). */
final class CheckStep extends StepPanel {

    private final transient Imports imports;
    private final transient Actor actor;
    private final Figures figures = new Figures();
    private final Segments<ReviewFilter> filter;
    private final Segments<OnError> rule;
    private final Span verdict = new Span();
    private final Span dialect = new Span();
    private final Button confirm = new Button();
    private final Button discard = new Button();
    private final LazyItems<ReviewRow> items;
    private ReviewFilter shownRows = ReviewFilter.ALL;
    private @Nullable Import current;

    CheckStep(ImportId id, Imports imports, Actor actor) {
        super(id);
        this.imports = imports;
        this.actor = actor;
        addClassName("check-step");
        figures.add("emails", getTranslation("invite.figure.emails"), Icons.PEOPLE, "plain")
                .add("valid", getTranslation("invite.figure.valid"), Icons.TICK_DISC, "green")
                .add("warnings", getTranslation("invite.figure.warnings"), Icons.TRIANGLE, "amber")
                .add("errors", getTranslation("invite.figure.errors"), Icons.OCTAGON, "red");
        filter = new Segments<>(
                List.of(ReviewFilter.values()),
                value -> getTranslation("invite.filter." + value.name().toLowerCase(Locale.ROOT)));
        filter.setId("row-filter");
        filter.setAriaLabel(getTranslation("invite.filter"));
        items = new LazyItems<>(
                ReviewRow::rowNo, (offset, limit, _) -> Mono.just(List.of()), () -> Mono.just(count(shownRows)));
        filter.addValueChangeListener(change -> {
            shownRows = change.getValue();
            items.refreshAll();
        });
        rule = new Segments<>(
                List.of(OnError.BLOCK, OnError.SKIP_ROWS),
                value -> getTranslation("invite.rule." + value.name().toLowerCase(Locale.ROOT)));
        rule.setId("on-error");
        rule.setAriaLabel(getTranslation("invite.rule"));
        rule.addValueChangeListener(_ -> judge());
        dialect.addClassName("t2");
        Span bar = new Span(filter, dialect);
        bar.addClassNames("row", "apart", "check-bar");
        add(figures, bar, new ReviewGrid(items));
    }

    private long count(ReviewFilter rows) {
        if (current == null) {
            return 0;
        }
        return switch (rows) {
            case ALL -> current.rows();
            case VALID -> current.valid();
            case WARNINGS -> current.warnings();
            case ERRORS -> current.errors();
        };
    }

    @Override
    boolean shows(Import now) {
        return now.job().state() == JobState.REVIEW;
    }

    @Override
    void update(Import now) {
        current = now;
        figures.set("emails", now.emails());
        figures.set("valid", now.valid());
        figures.set("warnings", now.warnings());
        figures.set("errors", now.errors());
        for (ReviewFilter value : ReviewFilter.values()) {
            filter.setCount(value, count(value));
        }
        dialect.setText(ImportWords.dialect(this, now));
        items.refreshAll();
        judge();
    }

    /** Says what confirming would do now, and whether it may (OM-50, OM-52). */
    private void judge() {
        if (current == null) {
            return;
        }
        boolean errors = current.errors() > 0;
        boolean blocked = errors && rule.getValue() == OnError.BLOCK;
        boolean nothing = current.errors() >= current.rows();
        confirm.setEnabled(!blocked && !nothing);
        rule.setVisible(errors);
        verdict.removeAll();
        long good = current.rows() - current.errors();
        if (nothing) {
            verdict.add(new StatusBadge(getTranslation("invite.verdict.nothing"), Icons.OCTAGON, "err"));
        } else if (blocked) {
            verdict.add(
                    new StatusBadge(getTranslation("invite.verdict.blocked", current.errors()), Icons.OCTAGON, "err"));
        } else if (errors) {
            verdict.add(new StatusBadge(
                    getTranslation("invite.verdict.skips", good, current.errors()), Icons.TRIANGLE, "warn"));
        } else {
            verdict.add(new StatusBadge(getTranslation("invite.verdict.good", good), Icons.TICK_DISC, "ok"));
        }
    }

    @Override
    Component[] foot() {
        confirm.setText(getTranslation("invite.confirm"));
        confirm.setId("confirm-import");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClickListener(_ -> UiTask.run(
                confirm,
                imports.confirm(
                        actor,
                        importId(),
                        rule.getValue(),
                        Objects.requireNonNull(current).version()),
                () -> {},
                failure -> ImportWords.notConfirmed(this, failure)));
        discard.setText(getTranslation("invite.discard"));
        discard.setId("discard");
        discard.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        discard.addClickListener(_ -> UiTask.run(
                discard,
                imports.discard(actor, importId()),
                () -> {},
                failure -> ImportWords.notConfirmed(this, failure)));
        verdict.setId("verdict");
        return new Component[] {rule, verdict, right(discard, confirm)};
    }

    private ImportId importId() {
        return Objects.requireNonNull(id());
    }
}
