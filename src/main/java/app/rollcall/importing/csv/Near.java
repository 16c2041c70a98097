package app.rollcall.importing.csv;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Words that were mistyped. */
final class Near {

    private Near() {}

    /** The word that this one was meant to be: it starts alike, and at most two letters are wrong, missing, added or swapped. */
    static @Nullable String miss(String typed, Collection<String> words) {
        String found = null;
        int best = 3;
        for (String word : words) {
            boolean alike = !typed.isEmpty()
                    && word.length() > 4
                    && typed.charAt(0) == word.charAt(0)
                    && Math.abs(typed.length() - word.length()) <= 2;
            int distance = alike ? distance(typed, word) : best;
            if (distance < best) {
                best = distance;
                found = word;
            }
        }
        return found;
    }

    /** Damerau's, each pair of neighbours swapped at most once. */
    private static int distance(String one, String two) {
        int[][] cost = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == two.charAt(j - 1);
                int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == two.charAt(j - 2)
                        && one.charAt(i - 2) == two.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][two.length()];
    }
}
