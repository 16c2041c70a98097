package app.rollcall.importing.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date, with or without a time: ISO 8601, or day.month.year. Never guesses which of two numbers is the month; where
 * only one reading is possible, that one is offered. A time without an offset stays without one: its zone is the organisation's.
 */
final class DateCell {

    private static final String TIME = "(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:[.,]0+)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?";
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]\\s*" + TIME + ")?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:,?\\s+" + TIME + ")?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.]?(\\d{2})[/.]?(\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?");
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    private DateCell() {}

    /** @return {@code 2026-12-31}, {@code 2026-12-31T17:00} or {@code 2026-12-31T17:00+01:00} */
    static String kept(String cell) {
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            return at(date(number(iso, 1), number(iso, 2), number(iso, 3)), iso.group(4), iso.group(5));
        }
        Matcher dotted = DOTTED.matcher(cell);
        if (dotted.matches()) {
            return at(date(number(dotted, 3), number(dotted, 2), number(dotted, 1)), dotted.group(4), dotted.group(5));
        }
        Matcher slashed = SLASHED.matcher(cell);
        if (slashed.matches()) {
            throw slashed(number(slashed, 1), number(slashed, 2), number(slashed, 3));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(cell);
        if (yearFirst.matches()) {
            throw offered(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        throw new Wrong(NUMBER.matcher(cell).matches() ? ProblemReason.DATE_IS_NUMBER : ProblemReason.DATE_MALFORMED);
    }

    private static Wrong slashed(int one, int two, int year) {
        if (one <= 12 && two <= 12 && one != two) {
            return new Wrong(ProblemReason.DATE_AMBIGUOUS);
        }
        return one > 12 ? offered(year, two, one) : offered(year, one, two);
    }

    private static Wrong offered(int year, int month, int day) {
        return new Wrong(ProblemReason.DATE_MALFORMED, date(year, month, day).toString());
    }

    private static LocalDate date(int year, int month, int day) {
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            throw new Wrong(ProblemReason.DATE_IMPOSSIBLE);
        }
        if (year < EARLIEST || year > LATEST) {
            throw new Wrong(ProblemReason.DATE_OUT_OF_RANGE);
        }
        return date;
    }

    private static String at(LocalDate date, @Nullable String time, @Nullable String offset) {
        if (time == null) {
            return date.toString();
        }
        try {
            LocalDateTime local = date.atTime(LocalTime.parse(time.length() % 3 == 1 ? "0" + time : time));
            return offset == null
                    ? local.toString()
                    : local.atOffset(ZoneOffset.of(offset)).toString();
        } catch (DateTimeException e) {
            throw new Wrong(ProblemReason.DATE_IMPOSSIBLE);
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
