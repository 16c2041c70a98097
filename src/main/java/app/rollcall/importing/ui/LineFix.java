package app.rollcall.importing.ui;

import app.rollcall.importing.Finding;
import app.rollcall.importing.Fix;
import app.rollcall.importing.ReviewRow;
import app.rollcall.importing.RowCell;
import app.rollcall.importing.Severity;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** What is wrong with a line in a sentence, and at its right what mends it: here, or in every row alike. */
final class LineFix extends Div {

    private final transient RowEdits edits;
    private final Span sentence = new Span();
    private final Span remedies = new Span();
    private final TextField email = new TextField();
    private ReviewRow row;
    private Finding finding;

    LineFix(ReviewRow row, Finding finding, RowEdits edits) {
        this.row = row;
        this.finding = finding;
        this.edits = edits;
        addClassName("line-fix");
        sentence.addClassName("sentence");
        remedies.addClassNames("row", "remedies");
        email.addClassName("email-cell");
        email.addValueChangeListener(change -> correct(change.getValue().strip()));
        add(sentence, email, remedies);
        draw();
    }

    void show(ReviewRow now, Finding found) {
        row = now;
        finding = found;
        draw();
    }

    private void draw() {
        boolean error = finding.severity() == Severity.ERROR;
        boolean address = error && (finding.reason().startsWith("email_") || wrongAddress());
        sentence.setText(ImportWords.finding(this, row.line(), finding));
        sentence.setClassName("red-text", error);
        sentence.setClassName("amber-text", !error);
        email.setVisible(address);
        email.setAriaLabel(getTranslation("invite.email.label", ImportWords.from(this, row)));
        email.setValue(row.email());
        remedies.removeAll();
        Fix fix = finding.fix();
        if (fix != null) {
            remedies.add(use(fix));
            if (fix.alike() > 1) {
                remedies.add(useInAll(fix));
            }
        }
        if (error && fix == null || address) {
            remedies.add(removal());
        }
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
        ReviewRow before = row;
        if (!typed.equals(before.email())) {
            UiTask.keepFocus(
                    email,
                    edits.change(before, RowCell.EMAIL, typed),
                    () -> email.setValue(before.email()),
                    failure -> ImportWords.failed(this, failure));
        }
    }
}
