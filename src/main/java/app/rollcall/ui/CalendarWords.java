package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a calendar says: months and days by their names in the reader's language, and weeks that begin where theirs do. */
public final class CalendarWords {

    private static final int DAYS = 7;

    private CalendarWords() {}

    /** @param component of the screen that shows the calendar */
    public static DatePickerI18n of(Component component) {
        Locale language = component.getUI().orElseGet(UI::getCurrent).getLocale();
        DatePickerI18n words = new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, language))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, language))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, language))
                .setFirstDayOfWeek(WeekFields.of(language).getFirstDayOfWeek().getValue() % DAYS)
                .setToday(component.getTranslation("ui.calendar.today"))
                .setCancel(component.getTranslation("ui.calendar.cancel"));
        if (Languages.rightToLeft(language)) {
            // The field is from left to right even there, and the language's own format has marks that turn it.
            words.setDateFormat("dd/MM/yyyy");
        }
        return words;
    }

    /** From Sunday on, as Vaadin counts them. */
    private static List<String> days(TextStyle style, Locale language) {
        return IntStream.range(0, DAYS)
                .mapToObj(DayOfWeek.SUNDAY::plus)
                .map(day -> day.getDisplayName(style, language))
                .toList();
    }
}
