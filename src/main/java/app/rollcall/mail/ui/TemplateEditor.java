package app.rollcall.mail.ui;

import app.rollcall.mail.MailKind;
import app.rollcall.mail.MailPost;
import app.rollcall.mail.MailTemplates;
import app.rollcall.mail.TemplateOvertaken;
import app.rollcall.mail.TemplateText;
import app.rollcall.security.Actor;
import app.rollcall.security.Refused;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A mail's subject, text and HTML in one language, beside how it looks while it is written. */
final class TemplateEditor extends Section {

    private static final int PREVIEW_AFTER_MILLISECONDS = 300;

    private final transient MailTemplates templates;
    private final transient MailPost post;
    private final transient Actor actor;
    private final Select<MailKind> kind = new Select<>();
    private final Select<Locale> language = new Select<>();
    private final TextField subject = new TextField(getTranslation("mail.settings.subject"));
    private final TextArea text = new TextArea(getTranslation("mail.settings.text"));
    private final TextArea html = new TextArea(getTranslation("mail.settings.html"));
    private final Paragraph variables = new Paragraph();
    private final Button save = button("save-template", "mail.settings.save");
    private final Button test = button("test-template", "mail.settings.test");
    private final Button restore = button("restore-template", "mail.settings.restore");
    private final Preview preview = new Preview();
    private int version;

    TemplateEditor(MailTemplates templates, MailPost post, Actor actor) {
        this.templates = templates;
        this.post = post;
        this.actor = actor;
        setId("template-editor");
        addClassName("template-editor");
        kind.setLabel(getTranslation("mail.settings.kind"));
        kind.setItems(MailKind.values());
        kind.setItemLabelGenerator(each -> getTranslation("mail.kind." + each.code()));
        kind.setValue(MailKind.INVITATION);
        language.setLabel(getTranslation("mail.settings.language"));
        language.setItems(MailTemplates.languages());
        language.setItemLabelGenerator(each -> each.getDisplayLanguage(getLocale()));
        language.setValue(MailTemplates.languages().getFirst());
        kind.addValueChangeListener(_ -> load());
        language.addValueChangeListener(_ -> load());
        subject.setId("template-subject");
        text.setId("template-text");
        html.setId("template-html");
        List.of(subject, text, html).forEach(this::previewed);
        variables.addClassName("caption");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        test.addClickListener(_ -> test());
        restore.addThemeVariants(ButtonVariant.TERTIARY);
        restore.addClickListener(_ -> restore());
        Div choice = new Div(kind, language);
        choice.addClassName("row");
        Div buttons = new Div(save, test, restore);
        buttons.addClassName("row");
        Div form = new Div(choice, subject, text, html, variables, buttons);
        form.addClassName("template-form");
        add(form, preview);
        addAttachListener(_ -> load());
    }

    private <F extends AbstractField<?, String> & HasValueChangeMode> void previewed(F field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PREVIEW_AFTER_MILLISECONDS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                preview();
            }
        });
    }

    private void load() {
        UiTask.run(kind, templates.find(actor, kind.getValue(), language.getValue()), this::show, this::sentence);
    }

    private void show(TemplateText template) {
        version = template.version();
        subject.setValue(template.subject());
        text.setValue(template.text());
        html.setValue(template.html());
        variables.setText(getTranslation(
                "mail.settings.variables",
                template.kind().variables().stream()
                        .map(name -> "{" + name + "}")
                        .collect(Collectors.joining(" "))));
        restore.setEnabled(version > 0);
        preview();
    }

    private void save() {
        written(template -> UiTask.run(
                save,
                templates.save(actor, language.getValue(), template),
                saved -> {
                    version = saved.version();
                    restore.setEnabled(true);
                    Notices.done(getTranslation("mail.settings.saved"));
                },
                this::sentence));
    }

    private void test() {
        written(template -> UiTask.run(
                test,
                post.test(actor, template, samples(template.kind())),
                said -> {
                    if (said.isEmpty()) {
                        Notices.done(getTranslation("mail.settings.tested"));
                    } else {
                        Notices.alert(getTranslation("mail.settings.tested.not", said));
                    }
                },
                this::sentence));
    }

    private void restore() {
        UiTask.run(
                restore,
                templates.restore(actor, kind.getValue(), language.getValue()),
                original -> {
                    show(original);
                    Notices.done(getTranslation("mail.settings.restored"));
                },
                this::sentence);
    }

    private void preview() {
        written(template -> preview.show(template.with(samples(template.kind()))));
    }

    /** Goes on with what is written, or says at its field what is not right with it. */
    private void written(Consumer<TemplateText> then) {
        List.of(subject, text, html).forEach(field -> field.setInvalid(false));
        try {
            then.accept(
                    new TemplateText(kind.getValue(), subject.getValue(), text.getValue(), html.getValue(), version));
        } catch (TemplateText.Unusable refused) {
            var field = switch (refused.part()) {
                case SUBJECT -> subject;
                case TEXT -> text;
                case HTML -> html;
            };
            field.setErrorMessage(getTranslation(
                    "mail.fault." + refused.fault().name().toLowerCase(Locale.ROOT),
                    getTranslation("mail.part." + refused.part().name().toLowerCase(Locale.ROOT)),
                    refused.variable()));
            field.setInvalid(true);
        }
    }

    private Map<String, String> samples(MailKind kind) {
        return kind.variables().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> getTranslation(language.getValue(), "mail.sample." + name)));
    }

    private Optional<String> sentence(Throwable failure) {
        return switch (failure) {
            case TemplateOvertaken _ -> Optional.of(getTranslation("mail.settings.overtaken"));
            case Refused _ -> Optional.of(getTranslation("mail.settings.refused"));
            default -> Optional.empty();
        };
    }

    private Button button(String id, String key) {
        Button button = new Button(getTranslation(key));
        button.setId(id);
        return button;
    }
}
