package app.rollcall.ui;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The languages that Rollcall speaks, and which of them somebody reads. */
public final class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("ar"));
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");

    private Languages() {}

    /** Each without a region; the first stands in for all that are not spoken. */
    public static List<Locale> spoken() {
        return SPOKEN;
    }

    /**
     * The first wish that is spoken, with its region, by which numbers and dates are written; one without a region takes that
     * of a later wish for the same language. English when none is spoken.
     *
     * @param wishes the dearest first
     */
    public static Locale read(List<Locale> wishes) {
        Locale first = wishes.stream().filter(Languages::isSpoken).findFirst().orElse(SPOKEN.getFirst());
        return first.getCountry().isEmpty()
                ? wishes.stream()
                        .filter(wish -> same(wish, first) && !wish.getCountry().isEmpty())
                        .findFirst()
                        .orElse(first)
                : first;
    }

    /** Whether two are the same language, wherever it is spoken. */
    public static boolean same(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    static boolean rightToLeft(Locale language) {
        return RIGHT_TO_LEFT.contains(language.getLanguage());
    }

    private static boolean isSpoken(Locale wish) {
        return SPOKEN.stream().anyMatch(spoken -> same(spoken, wish));
    }
}
