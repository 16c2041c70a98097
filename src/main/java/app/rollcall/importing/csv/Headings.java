package app.rollcall.importing.csv;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a heading means, whoever typed it: case, blanks, hyphens, invisible characters and a trailing [Required] do not count. */
final class Headings {

    private static final Pattern SUFFIX = Pattern.compile("(\\s*(\\[[^\\]]*\\]|\\([^)]*\\)|\\*))+\\s*$");

    /** What our own result files add to the columns. */
    private static final Set<String> HELPERS = Set.of("_line", "_status", "_message", "row", "reason");

    private static final Map<String, Column> KNOWN = new HashMap<>();

    /** Offered, not taken: a guess at a language is a guess. */
    private static final Map<String, Column> LOCALISED = new HashMap<>();

    private static final Map<String, Column> SHAPES = new HashMap<>();
    private static final SpoofChecker SPOOF = new SpoofChecker.Builder().build();

    static {
        for (Column column : Column.values()) {
            KNOWN.put(column.plain(), column);
            column.aliases().forEach(alias -> KNOWN.put(alias, column));
        }
        KNOWN.forEach((plain, column) -> SHAPES.put(SPOOF.getSkeleton(plain), column));
        localised(
                Column.EMAIL, "emailadresse", "mailadresse", "courriel", "adressemail", "correo", "correoelectronico");
        localised(Column.EMAIL, "correoelectrónico", "postaelettronica", "indirizzoemail", "epost", "emailadres");
        localised(Column.FIRST_NAME, "vorname", "prénom", "prenom", "nombre", "nome", "voornaam", "förnamn", "imię");
        localised(Column.LAST_NAME, "nachname", "familienname", "nom", "nomdefamille", "apellido", "apellidos");
        localised(Column.LAST_NAME, "cognome", "sobrenome", "achternaam", "efternamn", "nazwisko");
        localised(Column.ITEM_ID, "kurs", "kursid", "kursnummer", "cours", "curso", "corso", "cursus");
    }

    private Headings() {}

    private static void localised(Column column, String... plain) {
        for (String word : plain) {
            LOCALISED.put(word, column);
        }
    }

    static @Nullable Column meant(String heading) {
        return KNOWN.get(plain(heading));
    }

    static @Nullable Column localised(String heading) {
        return LOCALISED.get(plain(heading));
    }

    /** The column whose heading this one imitates with letters of another script, or null. */
    static @Nullable Column imitated(String heading) {
        String plain = plain(heading);
        return plain.chars().allMatch(c -> c < 0x80) ? null : SHAPES.get(SPOOF.getSkeleton(plain));
    }

    static boolean helper(String heading) {
        return HELPERS.contains(heading.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether what stands below it is nobody's business. */
    static boolean secret(String heading) {
        String plain = plain(heading);
        return plain.contains("password") || plain.contains("passwort") || plain.equals("pwd");
    }

    /** Letters and digits only, in lower case. */
    static String plain(String heading) {
        String bare = SUFFIX.matcher(Text.shown(heading, Text.STORED)).replaceFirst("");
        StringBuilder kept = new StringBuilder(bare.length());
        Normalizer.normalize(bare, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
