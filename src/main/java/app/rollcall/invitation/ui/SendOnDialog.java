package app.rollcall.invitation.ui;

import app.rollcall.ui.CalendarWords;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Consumer;

/** When invitations that wait are to leave, in the time zone of who chooses. */
final class SendOnDialog extends Dialog {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final DateTimePicker when = new DateTimePicker();
    private final transient Consumer<Instant> chosen;

    SendOnDialog(long count, Clock clock, Consumer<Instant> chosen) {
        this.chosen = chosen;
        setId("send-on-dialog");
        setHeaderTitle(getTranslation("invitation.send_on", count));
        when.setId("send-on");
        when.setLabel(getTranslation("invitation.send_on.when"));
        when.setLocale(getLocale());
        when.setDatePickerI18n(CalendarWords.of(this));
        when.setDateAriaLabel(getTranslation("ui.calendar.date"));
        when.setTimeAriaLabel(getTranslation("ui.calendar.time"));
        add(new Paragraph(getTranslation("invitation.send_on.what")), when);
        Button cancel = new Button(getTranslation("invitation.cancel"), _ -> close());
        Button save = new Button(getTranslation("invitation.send_on.save"), _ -> save());
        save.setId("save-send-on");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(cancel, save);
        addAttachListener(_ -> {
            LocalDateTime now = clock.instant().atZone(zone()).toLocalDateTime();
            when.setMin(now);
            when.setValue(now.toLocalDate().plusDays(1).atTime(MORNING));
        });
    }

    private void save() {
        if (when.isInvalid() || when.getValue() == null) {
            when.setErrorMessage(getTranslation("invitation.send_on.wrong"));
            when.setInvalid(true);
            when.focus();
        } else {
            Instant moment = when.getValue().atZone(zone()).toInstant();
            close();
            chosen.accept(moment);
        }
    }

    private ZoneId zone() {
        String zone = getUI().orElseThrow().getPage().getExtendedClientDetails().getTimeZoneId();
        return zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }
}
