package app.rollcall.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is tried first by who guesses, among passwords long enough: a list of words and phrases with the usual tails, and
 * patterns. Case, blanks, marks and the usual signs for letters make none of them better.
 */
final class CommonPasswords {

    private static final String LIST = "/security/common-passwords.txt";
    private static final Set<String> LISTED = read();
    private static final int FEWEST_DIFFERENT = 5;
    private static final int FEWEST_LETTERS = 6;
    private static final int SHORTEST_WORD = 3;
    private static final String PRODUCT = "rollcall";

    private CommonPasswords() {}

    static boolean holds(String password) {
        String plain = plain(password);
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || repeated(plain)
                || Stream.of(unmarked(plain), lettersOf(plain), lettersOf(unmarked(plain)))
                        .anyMatch(CommonPasswords::listed);
    }

    /** Whether little is left of the password without these words. */
    static boolean hardlyMoreThan(String password, Collection<String> words) {
        String rest = plain(password);
        for (String word : pieces(words)) {
            rest = rest.replace(word, "");
        }
        return rest.length() < plain(password).length()
                && rest.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS;
    }

    private static List<String> pieces(Collection<String> words) {
        return Stream.concat(Stream.of(PRODUCT), words.stream().flatMap(word -> Arrays.stream(word.split("[\\P{L}]+"))))
                .map(CommonPasswords::plain)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static boolean listed(String plain) {
        return LISTED.contains(plain) || LISTED.contains(plain.replaceAll("^\\d+|\\d+$", ""));
    }

    /** The same few characters over and over. */
    private static boolean repeated(String plain) {
        for (int unit = 1; unit <= plain.length() / 2; unit++) {
            if (plain.equals(plain.substring(0, unit)
                            .repeat(plain.length() / unit + 1)
                            .substring(0, plain.length()))
                    && unit <= plain.length() / 3) {
                return true;
            }
        }
        return false;
    }

    private static String unmarked(String plain) {
        return plain.replaceAll("[@$!]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '@' || c == '$' || c == '!')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** With letters where signs stand for them. */
    private static String lettersOf(String plain) {
        return plain.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream(LIST)) {
            if (file == null) {
                throw new IllegalStateException("Missing in the application: " + LIST);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
