package app.rollcall.importing.ui;

import app.rollcall.importing.Options;
import app.rollcall.importing.Options.Invitations;
import app.rollcall.ui.CalendarWords;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A form for what holds for every row of a list that does not say otherwise itself. */
final class OptionsDialog extends Dialog {

    private final RadioButtonGroup<Invitations> invitations = new RadioButtonGroup<>();
    private final RadioButtonGroup<Boolean> required = new RadioButtonGroup<>();
    private final DatePicker due = new DatePicker();
    private final TextArea message = new TextArea();
    private final IntegerField days = new IntegerField();
    private final MatchingFields matching;
    private final Button save = new Button();
    private final transient Function<Options, Mono<Void>> choose;

    OptionsDialog(Options before, Function<Options, Mono<Void>> choose) {
        this.choose = choose;
        matching = new MatchingFields(before.matching());
        setId("options-dialog");
        addClassName("options");
        setHeaderTitle(getTranslation("invite.options.title"));
        invitations.setId("invitations");
        invitations.setLabel(getTranslation("invite.options.invitations"));
        invitations.setItems(Invitations.values());
        invitations.setItemLabelGenerator(
                when -> getTranslation("invite.options." + when.name().toLowerCase(Locale.ROOT)));
        required.setId("required");
        required.setLabel(getTranslation("invite.options.requirement"));
        required.setItems(false, true);
        required.setItemLabelGenerator(
                must -> getTranslation(must ? "invite.options.required" : "invite.options.optional"));
        due.setId("due");
        due.setLabel(getTranslation("invite.options.due"));
        due.setClearButtonVisible(true);
        days.setId("expires");
        days.setLabel(getTranslation("invite.options.expires"));
        days.setMin(1);
        days.setMax(Options.DAYS);
        days.setClearButtonVisible(true);
        days.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(getTranslation("invite.options.expires.wrong", Options.DAYS))
                .setMinErrorMessage(getTranslation("invite.options.expires.wrong", Options.DAYS))
                .setMaxErrorMessage(getTranslation("invite.options.expires.wrong", Options.DAYS)));
        due.setI18n(CalendarWords.of(this).setBadInputErrorMessage(getTranslation("invite.options.due.wrong")));
        message.setId("message");
        message.setLabel(getTranslation("invite.options.message"));
        message.setMaxLength(Options.MESSAGE);
        message.setWidthFull();
        message.setValueChangeMode(ValueChangeMode.LAZY);
        message.addValueChangeListener(_ -> tally());
        invitations.addValueChangeListener(_ -> tally());
        Div dates = new Div(due, days);
        dates.addClassNames("row", "option-dates");
        add(invitations, message, required, dates, matching);
        fill(before);
        foot();
    }

    private void fill(Options before) {
        invitations.setValue(before.invitations());
        required.setValue(before.required());
        due.setValue(before.dueOn());
        days.setValue(before.expiresDays());
        message.setValue(before.message() == null ? "" : before.message());
        tally();
    }

    /** Without an invitation there is nothing to write in, and nothing to lapse. */
    private void tally() {
        boolean invited = invitations.getValue() != Invitations.NONE;
        message.setEnabled(invited);
        days.setEnabled(invited);
        message.setHelperText(
                invited
                        ? getTranslation(
                                "invite.options.count", message.getValue().length(), Options.MESSAGE)
                        : getTranslation("invite.options.nobody"));
        days.setHelperText(getTranslation(invited ? "invite.options.expires.hint" : "invite.options.nobody"));
    }

    private void foot() {
        Button cancel = new Button(getTranslation("invite.cancel"), _ -> close());
        cancel.setId("options-cancel");
        save.setText(getTranslation("invite.options.save"));
        save.setId("save-options");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        Span foot = new Span(StepPanel.right(cancel, save));
        foot.addClassName("import-foot");
        getFooter().add(foot);
    }

    private void save() {
        if (due.isInvalid()) {
            due.focus();
        } else if (days.isInvalid()) {
            days.focus();
        } else if (message.isInvalid()) {
            message.focus();
        } else if (matching.ready()) {
            Options chosen = new Options(
                    invitations.getValue(),
                    required.getValue(),
                    due.getValue(),
                    message.getValue(),
                    days.getValue(),
                    matching.chosen());
            UiTask.run(save, choose.apply(chosen), this::close, failure -> ImportWords.failed(this, failure));
        }
    }
}
