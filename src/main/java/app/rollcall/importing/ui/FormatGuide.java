package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Column;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How a file is to look (OM-37): its columns, a few lines of one, and what is taken besides. */
final class FormatGuide extends Dialog {

    private static final List<String> COLUMNS = List.of("email", "first_name", "last_name", "item_type", "item_id");

    FormatGuide() {
        setId("guide");
        addClassName("guide");
        setHeaderTitle(getTranslation("invite.guide.title"));
        DescriptionList columns = new DescriptionList();
        for (String column : COLUMNS) {
            DescriptionList.Term name = new DescriptionList.Term(column);
            name.addClassName("mono");
            columns.add(name, new DescriptionList.Description(getTranslation("invite.guide." + column)));
        }
        Pre sample = new Pre(getTranslation("invite.guide.sample"));
        sample.addClassName("mono");
        add(new Paragraph(getTranslation("invite.guide.first")), columns, sample);
        String more = Arrays.stream(Column.values())
                .map(Column::heading)
                .filter(heading -> !COLUMNS.contains(heading))
                .collect(Collectors.joining(", "));
        add(new Paragraph(getTranslation("invite.guide.more", more)));
        add(new Paragraph(getTranslation("invite.guide.besides")));
        Button close = new Button(getTranslation("ui.close"), _ -> close());
        close.setId("guide-close");
        close.addThemeVariants(ButtonVariant.PRIMARY);
        Span foot = new Span(StepPanel.right(close));
        foot.addClassName("import-foot");
        getFooter().add(foot);
    }
}
