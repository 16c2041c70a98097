package app.rollcall.importing.csv;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The columns that take a few words only: which, and the other words that mean them. */
final class FewWords {

    private static final Pattern BETWEEN = Pattern.compile("[\\s_-]+");

    /** Stands behind a word that means none of those we know, however much like one it looks. */
    private static final String NONE = "";

    private static final Map<Column, Map<String, String>> WORDS = new EnumMap<>(Column.class);

    static {
        words(Column.REQUIREMENT, "required", "mandatory", "compulsory", "yes", "y", "true");
        words(Column.REQUIREMENT, "optional", "voluntary", "no", "n", "false");
        words(Column.STATUS, "active", "enabled");
        words(Column.STATUS, "paused");
        words(Column.STATUS, "disabled", "deactivated");
        words(Column.STATUS, NONE, "passed");
        words(Column.SEND_INVITE, "yes", "y", "true", "1");
        words(Column.SEND_INVITE, "no", "n", "false", "0");
        words(Column.ROLE, "learner", "student", "participant", "trainee");
        words(Column.COMPLETION_STATUS, "not-started");
        words(Column.COMPLETION_STATUS, "started", "in-progress");
        words(Column.COMPLETION_STATUS, "completed", "complete");
        words(Column.COMPLETION_STATUS, "not-completed");
    }

    private FewWords() {}

    private static void words(Column column, String kept, String... others) {
        Map<String, String> words = WORDS.computeIfAbsent(column, _ -> new HashMap<>());
        if (!kept.equals(NONE)) {
            words.put(kept, kept);
        }
        for (String other : others) {
            words.put(other, kept);
        }
    }

    /** @throws Wrong when it is none of the column's words */
    static String kept(Column column, String value) {
        Map<String, String> words = WORDS.getOrDefault(column, Map.of());
        String word = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String typed = BETWEEN.matcher(word).replaceAll("-");
        String known = words.getOrDefault(typed, NONE);
        if (!known.equals(NONE)) {
            return known;
        }
        // A trainer is no mistyped trainee: whoever is more than a learner is never offered to be less.
        boolean doubtful = column == Column.ROLE || words.containsKey(typed);
        String meant = doubtful ? null : Near.miss(typed, words.keySet());
        String fix = meant == null ? NONE : words.getOrDefault(meant, NONE);
        throw new Wrong(unknown(column), fix.equals(NONE) ? null : fix);
    }

    private static ProblemReason unknown(Column column) {
        return switch (column) {
            case STATUS -> ProblemReason.STATUS_UNKNOWN;
            case SEND_INVITE -> ProblemReason.SEND_INVITE_UNKNOWN;
            case ROLE -> ProblemReason.ROLE_UNKNOWN;
            case COMPLETION_STATUS -> ProblemReason.COMPLETION_STATUS_UNKNOWN;
            default -> ProblemReason.REQUIREMENT_UNKNOWN;
        };
    }
}
