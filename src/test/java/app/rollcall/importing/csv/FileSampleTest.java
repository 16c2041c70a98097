package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.rollcall.importing.csv.FileSample.FileColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSampleTest {

    private static FileSample sample(byte[] bytes, ReadingChoice choice) {
        try {
            return FileSample.of(new ByteArrayInputStream(bytes), ReadingLimits.DEFAULT, choice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSample sample(String text) {
        return sample(Csv.bytes(text), ReadingChoice.DETECT);
    }

    private static ReadingChoice in(String charset) {
        return new ReadingChoice(new DialectChoice(Charset.forName(charset), null), null);
    }

    @Test
    @DisplayName("cases 9, 45: the first eight rows decoded, and what each column is read as")
    void decoded() {
        String rows = "a@x.org;José;42\n\n".repeat(9);
        FileSample sample = sample(Csv.in("windows-1252", "E-Mail;First name;Shoe\n" + rows), ReadingChoice.DETECT);
        assertThat(sample.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(sample.delimiter()).isEqualTo(';');
        assertThat(sample.refused()).isNull();
        assertThat(sample.columns())
                .containsExactly(
                        new FileColumn("E-Mail", Column.EMAIL, null),
                        new FileColumn("First name", Column.FIRST_NAME, null),
                        new FileColumn("Shoe", null, null));
        assertThat(sample.rows()).hasSize(8).containsOnly(List.of("a@x.org", "José", "42"));
    }

    @Test
    @DisplayName("case 10: where the charset is not certain, the likeliest is shown, and another one can be tried")
    void charset() {
        byte[] bytes = Csv.in("windows-1251", "email,first_name\na@x.org,Иван\nb@x.org,Мария\n");
        FileSample unsure = sample(bytes, ReadingChoice.DETECT);
        assertThat(unsure.refused()).isNotNull();
        assertThat(unsure.charset()).isNotNull();
        assertThat(unsure.rows()).hasSize(2);
        FileSample told = sample(bytes, in("windows-1251"));
        assertThat(told.refused()).isNull();
        assertThat(told.rows()).containsExactly(List.of("a@x.org", "Иван"), List.of("b@x.org", "Мария"));
    }

    @Test
    @DisplayName("case 51: a refused file shows its headings and rows, and what they may mean")
    void guesses() {
        FileSample sample = sample("email;Vorname;\u0435mail\na@x.org;Anna;x\n");
        assertThat(sample.refused()).extracting(Unreadable::refusal).isEqualTo(FileRefusal.HEADING_LOCALISED);
        assertThat(sample.columns())
                .containsExactly(
                        new FileColumn("email", Column.EMAIL, null),
                        new FileColumn("Vorname", null, Column.FIRST_NAME),
                        new FileColumn("\u0435mail", null, Column.EMAIL));
        assertThat(sample.rows()).containsExactly(List.of("a@x.org", "Anna", "x"));
    }

    @Test
    @DisplayName("cases 41, 49: title rows and files without addresses are shown as they are")
    void noHeadings() {
        assertThat(sample("Learners\nemail,first_name\na@x.org,Anna\n").rows()).hasSize(2);
        assertThat(sample("name,town\nAnna,Utrecht\n").rows()).containsExactly(List.of("Anna", "Utrecht"));
        assertThat(sample("email,name\n").columns()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\3\4x", "%PDF-1.7", "<html>", "{\"a\": 1}", "\n\n"})
    @DisplayName("cases 1, 3, 13, 14, 15, 16: of what is no CSV nothing is shown but the reason")
    void noCsv(String text) {
        FileSample sample = sample(text);
        assertThat(sample.refused()).isNotNull();
        assertThat(sample.columns()).isEmpty();
        assertThat(sample.rows()).isEmpty();
    }

    @Test
    @DisplayName("passwords are not shown, hostile text is shortened and tamed")
    void tamed() {
        FileSample sample = sample("email,password,note\na@x.org,s3cret,\"" + "x\u202E\n".repeat(500) + "\"\n");
        assertThat(sample.rows().getFirst().get(1)).isEqualTo("•••");
        assertThat(sample.rows().getFirst().get(2)).hasSizeLessThan(201).doesNotContain("\u202E", "\n");
    }

    @Test
    @DisplayName("a preset and a person's columns are seen in the sample")
    void chosen() {
        FileSample moodle = sample("username,firstname,lastname,email,idnumber\na,b,c,a@x.org,7\n");
        assertThat(moodle.preset()).isEqualTo(Preset.MOODLE);
        assertThat(moodle.columns().getLast()).isEqualTo(new FileColumn("idnumber", Column.EXTERNAL_ID, null));
        FileSample picked = sample(
                Csv.bytes("contact,name\na@x.org,Anna\n"),
                new ReadingChoice(DialectChoice.DETECT, ColumnChoice.parse("#1=email")));
        assertThat(picked.refused()).isNull();
        assertThat(picked.columns())
                .containsExactly(new FileColumn("contact", Column.EMAIL, null), new FileColumn("name", null, null));
    }

    @Test
    @DisplayName("of a large file 64 KiB are read, and a row cut there is not shown")
    void large() throws IOException {
        byte[] bytes = Csv.bytes("email,note\n", ("a@x.org," + "n".repeat(20_000) + "\n").repeat(50));
        InputStream in = new ByteArrayInputStream(bytes);
        FileSample sample = FileSample.of(in, ReadingLimits.DEFAULT, ReadingChoice.DETECT);
        assertThat(bytes.length - in.available()).isEqualTo(64 * 1024);
        assertThat(sample.rows()).hasSize(3);
    }

    @Test
    @DisplayName("whatever the file and the choice, there is a sample")
    void anything() {
        long seed = Long.getLong("rollcall.seed", System.nanoTime());
        System.out.println("rollcall.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] bytes = random.nextBoolean() ? noise : Csv.bytes("email,first_name\n", noise);
            Charset charset = Charsets.OFFERED.get(random.nextInt(Charsets.OFFERED.size()));
            DialectChoice dialect = new DialectChoice(
                    random.nextBoolean() ? charset : null,
                    random.nextBoolean() ? ",;\t|^ ".charAt(random.nextInt(6)) : null);
            ColumnChoice columns = random.nextBoolean() ? ColumnChoice.parse("headless") : null;
            FileSample sample = sample(bytes, new ReadingChoice(dialect, columns, random.nextBoolean()));
            assertThat(sample.rows().size()).as("seed %d", seed).isLessThanOrEqualTo(8);
            assertThat(sample.toString()).as("seed %d", seed).doesNotContain("\0");
        }
    }

    @Test
    @DisplayName("case 10: the charsets that are offered can be read, the commonest first")
    void offered() {
        assertThat(Charsets.OFFERED)
                .startsWith(StandardCharsets.UTF_8)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates();
        assertThrows(IllegalArgumentException.class, () -> new DialectChoice(null, '"'));
    }
}
