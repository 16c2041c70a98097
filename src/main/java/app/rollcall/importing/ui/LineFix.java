package app.rollcall.importing.ui;

import app.rollcall.importing.Finding;
import app.rollcall.importing.Fix;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.Severity;
import app.rollcall.importing.csv.Column;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is wrong with a line in a sentence, and at its right what mends it: here, or in every row alike. */
final class LineFix extends Div {

    private final transient RowEdits edits;
    private final Span sentence = new Span();
    private final Span remedies = new Span();
    private final TextField cell = new TextField();
    private ReviewRow row;
    private Finding finding;

    LineFix(ReviewRow row, Finding finding, RowEdits edits) {
        this.row = row;
        this.finding = finding;
        this.edits = edits;
        addClassName("line-fix");
        sentence.addClassName("sentence");
        remedies.addClassNames("row", "remedies");
        cell.addClassName("fault-cell");
        cell.addValueChangeListener(change -> correct(change.getValue().strip()));
        add(sentence, cell, remedies);
        draw();
    }

    void show(ReviewRow now, Finding found) {
        row = now;
        finding = found;
        draw();
    }

    private void draw() {
        boolean error = finding.severity() == Severity.ERROR;
        Column typed = typed();
        sentence.setText(ImportWords.finding(this, row.line(), finding));
        sentence.setClassName("red-text", error);
        sentence.setClassName("amber-text", !error);
        cell.setVisible(typed != null);
        if (typed != null) {
            cell.setAriaLabel(getTranslation(
                    "invite.cell.label", ChangeWords.field(this, typed.heading()), ImportWords.from(this, row)));
            cell.setValue(value(typed));
        }
        remedies.removeAll();
        Fix fix = finding.fix();
        if (fix != null) {
            remedies.add(use(fix));
            if (fix.alike() > 1) {
                remedies.add(useInAll(fix));
            }
        }
        if (error && fix == null || typed != null) {
            remedies.add(removal());
        }
    }

    /** The cell to be typed anew; null when there is none, or the line has a field for it as it is. */
    private @Nullable Column typed() {
        String heading = finding.column();
        if (finding.severity() != Severity.ERROR || heading == null || heading.isEmpty()) {
            return null;
        }
        if (finding.reason().startsWith("email_") || wrongAddress()) {
            return Column.EMAIL;
        }
        return switch (Column.of(heading)) {
            case EMAIL, ITEM_TYPE, ITEM_ID -> null;
            default -> Column.of(heading);
        };
    }

    private String value(Column column) {
        return switch (column) {
            case EMAIL -> row.email();
            case FIRST_NAME -> row.firstName();
            case LAST_NAME -> row.lastName();
            default -> Objects.requireNonNullElse(finding.value(), "");
        };
    }

    /** The address is well formed, but nobody's, or somebody else's. */
    private boolean wrongAddress() {
        return "email".equals(finding.column())
                && (finding.reason().equals("person_not_found")
                        || finding.reason().equals("person_email_taken"));
    }

    private Component use(Fix fix) {
        String value = fix.column().equals("email") && !fix.value().contains("@") ? "…@" + fix.value() : fix.value();
        Span mono = ImportWords.cut(value, "mono");
        Button use = new Button();
        use.getElement().appendChild(new Span(getTranslation("invite.use")).getElement(), mono.getElement());
        use.setId("use-" + row.rowNo());
        use.addThemeVariants(ButtonVariant.SMALL);
        use.addClassName("use");
        use.addClickListener(_ -> mend(use, false));
        return use;
    }

    private Component useInAll(Fix fix) {
        Button all = new Button(getTranslation("invite.use_in_all", fix.alike()));
        all.setId("use-in-all-" + row.rowNo());
        all.addThemeVariants(ButtonVariant.SMALL);
        all.addClickListener(_ -> mend(all, true));
        return all;
    }

    private void mend(Button control, boolean alike) {
        UiTask.run(control, edits.mend(row, finding, alike), () -> {}, failure -> ImportWords.failed(this, failure));
    }

    private Component removal() {
        Button remove = new Button(getTranslation("invite.remove_row"));
        remove.setId("remove-" + row.rowNo());
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        remove.addClassName("quiet");
        remove.addClickListener(
                _ -> UiTask.run(remove, edits.remove(row), () -> {}, failure -> ImportWords.failed(this, failure)));
        return remove;
    }

    private void correct(String typed) {
        Column column = typed();
        if (column != null && !typed.equals(value(column))) {
            String before = value(column);
            UiTask.keepFocus(
                    cell,
                    edits.change(row, column, typed),
                    () -> cell.setValue(before),
                    failure -> ImportWords.failed(this, failure));
        }
    }
}
