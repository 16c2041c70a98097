package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.Template;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;

/** How a file is to look (OM-37): its columns, a few lines of one, and what is taken besides. */
final class FormatGuide extends Dialog {

    FormatGuide() {
        setId("guide");
        addClassName("guide");
        setHeaderTitle(getTranslation("invite.guide.title"));
        DescriptionList columns = new DescriptionList();
        for (Column column : Column.values()) {
            if (!column.reference() || column == Column.REF1) {
                columns.add(term(column), description(column));
            }
        }
        Pre sample = new Pre(getTranslation("invite.guide.sample"));
        sample.addClassName("mono");
        // Its lines are longer than a phone is wide.
        sample.getElement().setAttribute("tabindex", "0");
        add(scrolled(
                new Paragraph(getTranslation("invite.guide.first")),
                columns,
                sample,
                new Paragraph(getTranslation("invite.guide.besides"))));
        Button close = new Button(getTranslation("ui.close"), _ -> close());
        close.setId("guide-close");
        close.addThemeVariants(ButtonVariant.PRIMARY);
        Span foot = new Span(
                new CsvLink(
                        "guide-template", getTranslation("invite.template"), "rollcall-template.csv", Template.csv()),
                StepPanel.right(close));
        foot.addClassName("import-foot");
        getFooter().add(foot);
    }

    /** Longer than most screens: what scrolls is reached by keyboard too. */
    private Div scrolled(Component... parts) {
        Div body = new Div(parts);
        body.addClassName("guide-body");
        body.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("invite.guide.title"));
        return body;
    }

    private DescriptionList.Term term(Column column) {
        String last = column == Column.REF1 ? " … " + Column.REF10.heading() : "";
        Span name = new Span(column.heading() + last);
        name.addClassName("mono");
        DescriptionList.Term term = new DescriptionList.Term();
        term.add(name);
        if (column.identity()) {
            Span oneOf = new Span(getTranslation("invite.guide.one_of"));
            oneOf.addClassNames("required", "xs");
            term.add(oneOf);
        }
        return term;
    }

    private DescriptionList.Description description(Column column) {
        Span example = new Span(column.example());
        example.addClassNames("mono", "t2");
        DescriptionList.Description description = new DescriptionList.Description();
        description.add(new Span(getTranslation(column.textKey()) + " "), example);
        return description;
    }
}
