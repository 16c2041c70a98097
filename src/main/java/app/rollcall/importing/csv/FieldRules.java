package app.rollcall.importing.csv;

import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in the columns beyond who and what: each value as it is kept, or why it is not. */
final class FieldRules {

    private static final int LONGEST_CATEGORY = 100;
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?E[+-]?\\d{1,3}");
    private static final Pattern BREAKS = Pattern.compile("\\s*[\\n\\x0B\\f\\r\\u0085\\u2028\\u2029]+\\s*");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,20})?)\\s*%?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> LANGUAGES =
            Arrays.stream(ULocale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Map<String, String> ZONES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        ZoneId.getAvailableZoneIds().forEach(zone -> ZONES.put(zone, zone));
    }

    private FieldRules() {}

    /**
     * @param cell not blank, trimmed
     * @throws Wrong when it cannot be taken
     */
    static String kept(Column column, String cell) {
        String value = fit(column, cell);
        return switch (column) {
            case REQUIREMENT, STATUS, SEND_INVITE, ROLE, COMPLETION_STATUS -> FewWords.kept(column, value);
            case DUE_DATE, COMPLETION_DATE -> DateCell.kept(value);
            case SCORE -> score(value);
            case LOCALE -> locale(value);
            case TIMEZONE -> timezone(value);
            case CATEGORIES -> categories(value);
            case EMPLOYEE_ID, EXTERNAL_ID, PHONE -> undamaged(value);
            default -> value;
        };
    }

    /** A message may have lines; everything else stands in one. */
    private static String fit(Column column, String cell) {
        String value = Text.tidied(cell);
        boolean lines = column == Column.MESSAGE;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!lines && Text.breaksLine(c)) {
                String oneLine = BREAKS.matcher(value).replaceAll(", ");
                boolean address = column == Column.ADDRESS1 || column == Column.ADDRESS2;
                throw new Wrong(ProblemReason.LINE_BREAK, address ? oneLine : null);
            }
            if (Text.unfit(c) && !(lines && (c == '\n' || c == '\r'))) {
                throw new Wrong(ProblemReason.CONTROL_CHARACTERS);
            }
        }
        if (value.length() > column.longest() && value.codePointCount(0, value.length()) > column.longest()) {
            throw new Wrong(ProblemReason.VALUE_TOO_LONG);
        }
        return value;
    }

    /** Percent, decimal point or comma; two decimals are kept: {@code 87.5}. */
    private static String score(String value) {
        Matcher percent = PERCENT.matcher(value);
        if (!percent.matches()) {
            throw new Wrong(ProblemReason.SCORE_MALFORMED);
        }
        BigDecimal score = new BigDecimal(percent.group(1).replace(',', '.'));
        if (score.compareTo(HUNDRED) > 0) {
            throw new Wrong(ProblemReason.SCORE_MALFORMED);
        }
        return score.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Well formed is not enough: "English" is, but names no language. */
    private static String locale(String value) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(value.replace('_', '-')).build();
            String region = locale.getCountry();
            boolean somewhere = region.isEmpty() || region.length() == 3 || REGIONS.contains(region);
            if (somewhere && LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // As one that names no language.
        }
        throw new Wrong(ProblemReason.LOCALE_UNKNOWN);
    }

    private static String timezone(String value) {
        String known = ZONES.get(value.replace(' ', '_'));
        if (known != null) {
            return known;
        }
        try {
            return ZoneId.of(value).getId();
        } catch (DateTimeException e) {
            throw new Wrong(ProblemReason.TIMEZONE_UNKNOWN);
        }
    }

    /** Each once, whatever its case; the first spelling stays. */
    private static String categories(String value) {
        Map<String, String> each = new LinkedHashMap<>();
        for (String category : split(value)) {
            if (category.codePointCount(0, category.length()) > LONGEST_CATEGORY) {
                throw new Wrong(ProblemReason.VALUE_TOO_LONG);
            }
            each.putIfAbsent(category.toLowerCase(Locale.ROOT), category);
        }
        return String.join("|", each.values());
    }

    static List<String> split(String categories) {
        return Arrays.stream(categories.split("\\|"))
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
    }

    private static String undamaged(String value) {
        if (damaged(value)) {
            throw new Wrong(ProblemReason.DAMAGED_BY_EXCEL);
        }
        return value;
    }

    /** Whether a spreadsheet has shortened a long number. */
    static boolean damaged(String code) {
        return code.indexOf('E') > 0 && SCIENTIFIC.matcher(code).matches();
    }
}
