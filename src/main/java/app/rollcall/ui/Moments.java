package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Locale;

/**
 * How a moment is told to a person who reads at {@code now} in {@code zone}: how long ago up to a day, then the date. The exact
 * time belongs in the tooltip.
 */
public record Moments(Words words, Instant now, ZoneId zone, Locale locale) {

    /** After so long what is told of a moment stays the same, but for its year. */
    public static final Duration COUNTED = Duration.ofDays(2);

    /** Where the words come from; a component's getTranslation, as a rule. */
    @FunctionalInterface
    public interface Words {

        String say(String key, Object... arguments);
    }

    /** For the person in front of a component that is attached: their language, and the time zone of their browser. */
    public static Moments of(Component component, Instant now) {
        UI ui = component.getUI().orElseGet(UI::getCurrent);
        String zone = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return new Moments(
                component::getTranslation,
                now,
                zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone),
                ui.getLocale());
    }

    /** "just now", "4 min ago", "Today, 09:12", "Yesterday", "12 Nov", and with the year when it is not this one. */
    public String tell(Instant moment) {
        Duration ago = Duration.between(moment, now);
        if (!ago.isNegative() && ago.toMinutes() < 1) {
            return words.say("ui.moment.now");
        }
        if (!ago.isNegative() && ago.toMinutes() < 60) {
            return words.say("ui.moment.minutes", ago.toMinutes());
        }
        ZonedDateTime at = moment.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (at.toLocalDate().equals(today)) {
            return words.say("ui.moment.today", format("ui.moment.time", at));
        }
        if (at.toLocalDate().equals(today.minusDays(1))) {
            return words.say("ui.moment.yesterday");
        }
        return day(moment);
    }

    /** The day alone, with its year when that is not this one: it stays true on a screen that stays open. */
    public String day(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return format(at.getYear() == now.atZone(zone).getYear() ? "ui.moment.date" : "ui.moment.year", at);
    }

    /** Day and time with the zone: for what is to come, where a second more or less is no matter. */
    public String planned(Instant moment) {
        return format("ui.moment.planned", moment.atZone(zone));
    }

    /** The whole of it, to the second, with the zone. */
    public String exact(Instant moment) {
        return format("ui.moment.exact", moment.atZone(zone));
    }

    private String format(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(words.say(pattern), locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .format(at);
    }
}
