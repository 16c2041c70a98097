package app.rollcall.learner;

import app.rollcall.database.LikeText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** What a filter comes to in SQL, beside the status: conditions on {@code p}, the person, and the values they ask for. */
record Narrowing(LearnerFilter filter, List<String> words) {

    /** A trigram is made of three letters or digits side by side. */
    private static final Pattern HAS_TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");

    /** Two letters or digits, too short for a trigram, but part of few of them. A modifier may become what means something to a regex. */
    private static final Pattern PAIR = Pattern.compile("[\\p{L}\\p{Nd}&&[^\\p{Lm}]]{2}");

    static Narrowing of(LearnerFilter filter) {
        return new Narrowing(filter, filter.words());
    }

    /** Whether its hits may be rare, so that walking the order in hope of the next one could take long. */
    boolean rare() {
        return !words.isEmpty() || filter.categories().chosen();
    }

    String sql() {
        return matching() + (filter.ofImport() ? " AND p.id IN (SELECT import_people(:import))" : "") + categories();
    }

    /**
     * One condition a word, because the trigram index serves single patterns only, not an array of them. A word without a trigram
     * is kept from that index, which has another collation: PostgreSQL would read all of it, and that takes far longer than to
     * read all names.
     */
    private String matching() {
        return IntStream.range(0, words.size())
                .mapToObj(i -> " AND p.search " + (hasTrigram(words.get(i)) ? "" : "COLLATE ucs_basic ")
                        + "LIKE plain_text(:word" + i + ")")
                .collect(Collectors.joining());
    }

    private static boolean hasTrigram(String word) {
        return HAS_TRIGRAM.matcher(word).find();
    }

    /**
     * What comes beside {@link #sql} where hits are collected, and changes none of them: two letters are looked up in the trigram
     * index by all trigrams they can be part of, behind each character of ASCII, since of more than that PostgreSQL makes no
     * trigrams; who has other letters, too, is found by an index of their own. Of many hits it makes a long way.
     */
    String byPairs() {
        if (words.stream().anyMatch(Narrowing::hasTrigram)) {
            return "";
        }
        return IntStream.range(0, words.size())
                .filter(i -> PAIR.matcher(words.get(i)).matches())
                .mapToObj(i -> " AND (p.search ~ ('(^|[\\x01-\\x7f])' || plain_text(trim('%' FROM :word" + i + ")))"
                        + " OR octet_length(p.search) - length(p.search) > 0)")
                .collect(Collectors.joining());
    }

    private String categories() {
        CategoryFilter categories = filter.categories();
        if (!categories.chosen()) {
            return "";
        }
        return switch (categories.match()) {
            case ANY -> " AND EXISTS (" + in("= ANY (:categories)") + ")";
            case NONE -> " AND NOT EXISTS (" + in("= ANY (:categories)") + ")";
            case ALL ->
                IntStream.range(0, categories.ids().size())
                        .mapToObj(i -> " AND EXISTS (" + in("= :category" + i) + ")")
                        .collect(Collectors.joining());
        };
    }

    private static String in(String which) {
        return "SELECT FROM person_category pc WHERE pc.person_id = p.id AND pc.category_id " + which;
    }

    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        GenericExecuteSpec bound = filter.ofImport() ? sql.bind("import", filter.importId()) : sql;
        for (int i = 0; i < words.size(); i++) {
            bound = bound.bind("word" + i, LikeText.holding(words.get(i)));
        }
        List<Long> ids = filter.categories().ids();
        if (filter.categories().match() != CategoryMatch.ALL) {
            return ids.isEmpty() ? bound : bound.bind("categories", ids.toArray(Long[]::new));
        }
        for (int i = 0; i < ids.size(); i++) {
            bound = bound.bind("category" + i, ids.get(i));
        }
        return bound;
    }
}
