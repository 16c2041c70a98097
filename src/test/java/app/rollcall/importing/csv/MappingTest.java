package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Seeded: the seed is printed, and set again by {@code -Drollcall.seed}. */
class MappingTest {

    private static final String[] TEXTS = {
        "Anna", "O'Brien", "Zoë, B", "a;b", "\"Nan\"", "Müller", "Null", "=1+1", "00042", "山田", "x y", "N/A", "'q'"
    };
    private static final String[] ZONES = {"Europe/Amsterdam", "UTC", "America/New_York", "Asia/Kolkata"};
    private static final String[] LOCALES = {"en", "nl-NL", "pt-BR", "zh-Hant-TW", "es-419"};

    private final long seed = Long.getLong("rollcall.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void say() {
        System.out.println("rollcall.seed=" + seed);
    }

    @Test
    @DisplayName("case 45: known columns in any order, under any heading that means them, are mapped right")
    void anyOrder() {
        for (int i = 0; i < 1000; i++) {
            List<Column> columns = someColumns();
            List<String> headings =
                    columns.stream().map(column -> variant(anyHeading(column))).toList();
            String file = line(headings, ',')
                    + line(columns.stream().map(Column::example).toList(), ',');
            Csv csv = Csv.of(file);
            assertThat(csv.file().columns().headings())
                    .as("seed %d, file %d: %s", seed, i, file)
                    .containsOnlyKeys(columns);
            StagedRow row = csv.first();
            for (Column column : columns) {
                boolean lonely =
                        column == Column.ROLE || column == Column.ITEM_TYPE && !columns.contains(Column.ITEM_ID);
                assertThat(lonely ? column.example() : cell(row, column))
                        .as("seed %d, file %d: %s", seed, i, file)
                        .isEqualTo(column.example());
            }
        }
    }

    @Test
    @DisplayName(
            "rows with every column are read back exactly, in any dialect, under headings or with columns picked by place")
    void everyColumn() {
        for (int i = 0; i < 500; i++) {
            List<Column> columns = new ArrayList<>(List.of(Column.values()));
            Collections.shuffle(columns, random);
            List<StagedRow> rows =
                    Stream.generate(this::row).limit(1 + random.nextInt(5)).toList();
            char delimiter = ",;\t|".charAt(random.nextInt(4));
            boolean headless = random.nextBoolean();
            StringBuilder file = new StringBuilder(
                    headless ? "" : line(columns.stream().map(Column::heading).toList(), delimiter));
            List<StagedRow> numbered = new ArrayList<>();
            int physical = headless ? 1 : 2;
            for (StagedRow row : rows) {
                String written =
                        line(columns.stream().map(column -> cell(row, column)).toList(), delimiter);
                file.append(written);
                numbered.add(new StagedRow(
                        numbered.size() + 1,
                        physical,
                        row.email(),
                        row.firstName(),
                        row.lastName(),
                        row.itemType(),
                        row.itemId(),
                        row.fields(),
                        null));
                physical += (int) written.chars().filter(c -> c == '\n').count();
            }
            String charset = random.nextBoolean() ? "UTF-8" : "UTF-16LE";
            // Nobody's headings tell the delimiter of a file that has none.
            ReadingChoice choice = headless
                    ? new ReadingChoice(new DialectChoice(null, delimiter), picked(columns))
                    : ReadingChoice.DETECT;
            assertThat(Csv.of(Csv.in(charset, file.toString()), choice, ReadingLimits.DEFAULT)
                            .rows())
                    .as("seed %d, file %d: %s", seed, i, file)
                    .isEqualTo(numbered);
            assertThat(numbered)
                    .allSatisfy(row -> assertThat(RowRules.check(row)).isEqualTo(row));
        }
    }

    private static ColumnChoice picked(List<Column> columns) {
        return ColumnChoice.parse(IntStream.range(0, columns.size())
                .mapToObj(at -> "#" + (at + 1) + "=" + columns.get(at).heading())
                .collect(Collectors.joining("&", "headless&", "")));
    }

    private List<Column> someColumns() {
        List<Column> columns = new ArrayList<>(List.of(Column.values()));
        Column whoever = any(Column.EMAIL, Column.EMPLOYEE_ID, Column.EXTERNAL_ID, Column.USERNAME);
        columns.removeIf(column -> column != whoever && random.nextInt(3) == 0);
        Collections.shuffle(columns, random);
        return columns;
    }

    private String anyHeading(Column column) {
        int at = random.nextInt(column.aliases().size() + 1);
        return at == 0 ? column.heading() : column.aliases().get(at - 1);
    }

    /** Another case, blanks, marks and invisible characters between its letters. */
    private String variant(String heading) {
        String[] between = {"", "", "", "", "", "", "", "", "_", " ", "-", "\u00A0", "\u200B", ".", "\uFEFF"};
        String text = heading.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> random.nextBoolean() ? letter : letter.toUpperCase(Locale.ROOT))
                .map(letter -> letter + any(between))
                .collect(Collectors.joining());
        return any("", " ", "\u00A0") + text + any("", "", " [Required]", "*", " (text)");
    }

    private StagedRow row() {
        Map<Column, String> fields = new EnumMap<>(Column.class);
        Arrays.stream(Column.values())
                .filter(column -> !column.core() && column != Column.ROLE && random.nextInt(3) > 0)
                .forEach(column -> fields.put(column, value(column)));
        String type = any("", "course", "product");
        boolean identified = fields.keySet().stream().anyMatch(Column::identity);
        return new StagedRow(
                1,
                2,
                identified && random.nextInt(3) == 0 ? "" : "p" + random.nextInt(1000) + "@x.org",
                any(TEXTS),
                any(TEXTS),
                type,
                type.isEmpty() ? "" : "00" + random.nextInt(100),
                fields,
                null);
    }

    private String value(Column column) {
        String day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_000)).toString();
        return switch (column) {
            case REQUIREMENT -> any("required", "optional");
            case EMPLOYEE_ID, EXTERNAL_ID, USERNAME -> any("00042", "E-7", "山田", "nan", "'q'", "a;b");
            case STATUS -> any("active", "paused", "disabled");
            case SEND_INVITE -> any("yes", "no");
            case COMPLETION_STATUS -> any("not-started", "started", "completed", "not-completed");
            case SCORE -> any("0", "100", "87.5", "66.67", "0.01");
            case DUE_DATE, COMPLETION_DATE -> day + any("", "T17:00", "T08:30:15", "T23:59Z", "T00:00+05:30");
            case LOCALE -> any(LOCALES);
            case TIMEZONE -> any(ZONES);
            case CATEGORIES -> any("Sales", "Sales|Night shift", "é|山|x, y");
            case MESSAGE -> any(TEXTS) + any("", "\n", "\r\n\r\n") + "x";
            default -> any(TEXTS);
        };
    }

    private static String cell(StagedRow row, Column column) {
        return switch (column) {
            case EMAIL -> row.email();
            case FIRST_NAME -> row.firstName();
            case LAST_NAME -> row.lastName();
            case ITEM_TYPE -> row.itemType();
            case ITEM_ID -> row.itemId();
            default -> row.field(column);
        };
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private <T> T any(T... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String line(List<String> cells, char delimiter) {
        return cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(String.valueOf(delimiter), "", "\n"));
    }
}
