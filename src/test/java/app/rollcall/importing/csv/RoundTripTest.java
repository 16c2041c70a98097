package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seeded: the seed is printed, and set again by {@code -Drollcall.seed}. */
class RoundTripTest {

    private static final String[] CHARSETS = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"};
    private static final String[] ENDS = {"\n", "\r\n", "\r"};
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final String HOSTILE =
            "\"\"\"',;|\t\n\r\r\n  \0\u0007\\=+-@<>{}[]aZ09éßŒ’\u00A0\u200B\u202E\u2028\uFFFEשل山😀";

    private final long seed = Long.getLong("rollcall.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void say() {
        System.out.println("rollcall.seed=" + seed);
    }

    @Test
    @DisplayName("any table written in any dialect is read back exactly")
    void anyTable() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Charset charset = Charset.forName(CHARSETS[random.nextInt(CHARSETS.length)]);
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            int quoting = random.nextInt(3);
            List<List<String>> table = table(charset, quoting == 0);
            byte[] file = written(table, delimiter, quoting).getBytes(charset);
            assertThat(read(file, charset, delimiter))
                    .as("seed %d, table %d", seed, i)
                    .isEqualTo(table);
        }
    }

    @Test
    @DisplayName("names in any dialect are read back exactly, the dialect being found out, with headings or without")
    void anyDialect() {
        String[] names = {"Anna", "O'Brien", "Dan’Aja", "Zoë, B", "a;b|c", "\"Nan\"", "Müller", "Null", ""};
        for (int i = 0; i < 500; i++) {
            String charset = CHARSETS[random.nextInt(CHARSETS.length)];
            char delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("email", "first_name", "last_name"));
            for (int row = 0; row <= random.nextInt(30); row++) {
                table.add(List.of(
                        "p" + row + "@x.org",
                        names[random.nextInt(names.length)],
                        names[random.nextInt(names.length)]));
            }
            boolean headless = random.nextBoolean() && table.size() > 3;
            byte[] file = Csv.in(
                    charset,
                    written(headless ? table.subList(1, table.size()) : table, delimiter, 1 + random.nextInt(2)));
            Csv csv = headless ? Csv.of(file, withoutHeadings(delimiter), ReadingLimits.DEFAULT) : Csv.of(file);
            List<List<String>> read = new ArrayList<>();
            read.add(table.getFirst());
            csv.rows().forEach(row -> read.add(List.of(row.email(), row.firstName(), row.lastName())));
            assertThat(read).as("seed %d, file %d", seed, i).isEqualTo(table);
            assertThat(csv.file().dialect().delimiter()).isEqualTo(delimiter);
        }
    }

    @Test
    @DisplayName("cells padded with form feeds, as blanks, are text, however few they are")
    void formFeeds() {
        Csv csv = Csv.of(Csv.bytes("\femail\f\t\ffirst_name\f\n\fa@x.org\f\t\fAnna\f\n\fb@x.org\f\t\fBo\f\n"));
        assertThat(csv.rows()).extracting(StagedRow::email).containsExactly("a@x.org", "b@x.org");
        assertThat(csv.rows()).extracting(StagedRow::firstName).containsExactly("Anna", "Bo");
    }

    /** Where no heading is known, the delimiter is anybody's guess. */
    private static ReadingChoice withoutHeadings(char delimiter) {
        return new ReadingChoice(
                new DialectChoice(null, delimiter), ColumnChoice.parse("headless&#2=first_name&#3=last_name"));
    }

    @Test
    @DisplayName("random bytes never crash or hang the reader")
    void anyBytes() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 3000; i++) {
                byte[] noise = new byte[random.nextInt(i % 100 == 0 ? 300_000 : 400)];
                random.nextBytes(noise);
                readOrRefuse(noise);
                readOrRefuse(Csv.bytes("email,first_name,last_name\n", noise));
                byte[] text = Csv.bytes(hostile(random.nextInt(400)));
                readOrRefuse(Csv.bytes(Csv.HEAD, text));
                readOrRefuse(text, new ReadingChoice(DialectChoice.DETECT, ColumnChoice.parse("headless&#1=username")));
                readOrRefuse(Csv.bytes("a@x.org\n", text), ReadingChoice.DETECT.ofPaste());
            }
        });
    }

    @Test
    @DisplayName("lines that each open a quote cost no more than lines")
    void quotesEverywhere() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String line :
                    List.of("a@x.org,\"b\n", "a,\"\"\"\n", ",\"\n", "\"\n", "\"a\"\"\n", "x,\",y\n", "a,\"b\rc\n")) {
                readOrRefuse(Csv.bytes("email,first_name\n", line.repeat(100_000)));
            }
        });
    }

    /** Every row that is given out has texts a database takes. */
    private static void readOrRefuse(byte[] bytes) {
        readOrRefuse(bytes, ReadingChoice.DETECT);
    }

    private static void readOrRefuse(byte[] bytes, ReadingChoice choice) {
        try {
            for (StagedRow row : Csv.of(bytes, choice, ReadingLimits.DEFAULT).rows()) {
                assertThat(row.toString()).doesNotContain("\0");
                assertThat(row.line()).isPositive();
            }
        } catch (Unreadable refused) {
            assertThat(refused.refusal()).isNotNull();
        }
    }

    private List<List<String>> table(Charset charset, boolean plain) {
        int width = 1 + random.nextInt(6);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row <= random.nextInt(6); row++) {
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < width; cell++) {
                String text = hostile(random.nextInt(12)).replace('\uFFFE', '\uFFFD');
                text = new String(text.getBytes(charset), charset);
                cells.add(plain ? text.replaceAll("[\",;|\\t\\n\\r]", "x").strip() : text);
            }
            if (width == 1 && cells.getFirst().isEmpty()) {
                cells.set(0, "x");
            }
            table.add(cells);
        }
        return table;
    }

    private String hostile(int length) {
        int[] points = HOSTILE.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    /** @param quoting 0 never, 1 where needed, 2 always */
    private String written(List<List<String>> table, char delimiter, int quoting) {
        StringBuilder file = new StringBuilder();
        String end = ENDS[random.nextInt(ENDS.length)];
        for (int row = 0; row < table.size(); row++) {
            for (int cell = 0; cell < table.get(row).size(); cell++) {
                String text = table.get(row).get(cell);
                boolean needed = !text.equals(text.strip())
                        || text.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r' || c == delimiter);
                boolean quoted = quoting == 2 || quoting == 1 && needed;
                file.append(cell == 0 ? "" : String.valueOf(delimiter))
                        .append(blanks(delimiter))
                        .append(quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text)
                        .append(blanks(delimiter));
            }
            file.append(row == table.size() - 1 && random.nextBoolean() ? "" : end);
        }
        return file.toString();
    }

    private String blanks(char delimiter) {
        return switch (random.nextInt(8)) {
            case 0 -> "  ";
            case 1 -> delimiter == '\t' ? "\f" : "\t";
            default -> "";
        };
    }

    private static List<List<String>> read(byte[] file, Charset charset, char delimiter) throws IOException {
        Records records = new Records(
                new InputStreamReader(new ByteArrayInputStream(file), charset), delimiter, ReadingLimits.DEFAULT);
        List<List<String>> table = new ArrayList<>();
        while (records.next()) {
            assertThat(records.fault()).isNull();
            table.add(List.of(records.cells()));
        }
        return table;
    }
}
