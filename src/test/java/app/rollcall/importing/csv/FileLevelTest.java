package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLevelTest {

    private static final String PEOPLE = "email,first_name\na@x.org,José\nb@x.org,Łukasz\n";

    @Test
    @DisplayName("case 1: an empty file is refused as empty, a lone byte-order mark too")
    void empty() {
        assertThat(Csv.refused("").refusal()).isEqualTo(FileRefusal.EMPTY);
        assertThat(Csv.refused("\uFEFF").refusal()).isEqualTo(FileRefusal.EMPTY);
    }

    @Test
    @DisplayName("case 2: headings alone are refused for want of rows")
    void headingsOnly() {
        assertThat(Csv.refused("email,first_name\n").refusal()).isEqualTo(FileRefusal.NO_ROWS);
        assertThat(Csv.refused("email").refusal()).isEqualTo(FileRefusal.NO_ROWS);
    }

    @Test
    @DisplayName("case 3: blank lines alone are refused for want of rows")
    void blankLines() {
        assertThat(Csv.refused("\n\r\n  \n\n").refusal()).isEqualTo(FileRefusal.NO_ROWS);
        assertThat(Csv.refused("email,name\n\n,,\n").refusal()).isEqualTo(FileRefusal.NO_ROWS);
    }

    @Test
    @DisplayName("case 4: data without headings is refused, and the first line is shown")
    void noHeadings() {
        Unreadable refused = Csv.refused("anna@x.org,Anna,Berg\nbob@x.org,Bob,Lee\n");
        assertThat(refused.refusal()).isEqualTo(FileRefusal.HEADER_MISSING);
        assertThat(refused.arguments()).containsExactly("anna@x.org,Anna,Berg");
    }

    @Test
    @DisplayName("case 5: a UTF-8 byte-order mark is no part of the first heading")
    void utf8Mark() {
        Csv csv = Csv.of("\uFEFF" + PEOPLE);
        assertThat(csv.file().columns().headings()).containsEntry(Column.EMAIL, "email");
        assertThat(csv.rows().getLast().firstName()).isEqualTo("Łukasz");
    }

    @Test
    @DisplayName("case 6: UTF-16 LE with a mark and tabs, as Excel writes it")
    void utf16Le() {
        Csv csv = Csv.of(Csv.bytes(
                0xFF, 0xFE, Csv.in("UTF-16LE", PEOPLE.replace(',', '\t').replace("\n", "\r\n"))));
        assertThat(csv.file().dialect()).isEqualTo(new Dialect(StandardCharsets.UTF_16LE, '\t', 1));
        assertThat(csv.rows()).extracting(StagedRow::firstName).containsExactly("José", "Łukasz");
    }

    @Test
    @DisplayName("case 7: UTF-16 BE with a mark")
    void utf16Be() {
        Csv csv = Csv.of(Csv.bytes(0xFE, 0xFF, Csv.in("UTF-16BE", PEOPLE)));
        assertThat(csv.file().dialect().charset()).isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(csv.rows()).extracting(StagedRow::firstName).containsExactly("José", "Łukasz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    @DisplayName("case 8: UTF-16 without a mark is recognised by its zero bytes")
    void utf16WithoutMark(String charset) {
        Csv csv = Csv.of(Csv.in(charset, PEOPLE));
        assertThat(csv.file().dialect().charset()).isEqualTo(Charset.forName(charset));
        assertThat(csv.rows()).extracting(StagedRow::firstName).containsExactly("José", "Łukasz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "José;Müller",
                "Jörg;Großmann",
                "François;Lefèvre",
                "Nuño;Peña",
                "Søren;Ødegård",
                "Dan’Aja;Brontë",
                "João;Conceição",
                "Ægir;Þórðarson"
            })
    @DisplayName("case 9: Western names in Windows-1252 come out right")
    void windows1252(String names) {
        Csv csv = Csv.of(Csv.in("windows-1252", "email;first_name;last_name\na@x.org;" + names + "\n"));
        assertThat(csv.file().dialect().charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(csv.first().firstName() + ";" + csv.first().lastName()).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO-8859-2:Łukasz,Żółć",
                "ISO-8859-2:Dvořák,Zdeněk",
                "windows-1250:Dvořák,Zdeněk",
                "windows-1251:Иван,Иванов",
                "KOI8-R:Иван,Иванов",
                "windows-1254:Ayşe,Çağrı",
                "windows-1253:Γιώργος,Παππάς",
                "Shift_JIS:太郎,スズキ",
                "GBK:王伟,李娜",
                "EUC-KR:김철수,이영희"
            })
    @DisplayName("case 10: other charsets are asked about, never guessed, and read right when chosen")
    void otherCharsets(String charsetAndNames) {
        String[] parts = charsetAndNames.split("[:,]");
        byte[] bytes = Csv.in(parts[0], "email,first_name,last_name\na@x.org," + parts[1] + "," + parts[2] + "\n");
        assertThat(Csv.refused(bytes).refusal()).isIn(FileRefusal.ENCODING_UNKNOWN, FileRefusal.ENCODING_UNSURE);
        Csv chosen = Csv.of(bytes, new DialectChoice(Charset.forName(parts[0]), null), ReadingLimits.DEFAULT);
        assertThat(chosen.first().firstName()).isEqualTo(parts[1]);
        assertThat(chosen.first().lastName()).isEqualTo(parts[2]);
    }

    @Test
    @DisplayName("case 11: an invalid byte spoils its row, with column and line, and no other")
    void invalidByte() {
        String before = rows(1, 4999);
        String after = rows(5001, 5100);
        Csv csv = Csv.of(Csv.bytes("email,first_name\n", before, "p5000@x.org,Jos", 0xE9, "\n", after));
        assertThat(csv.rows()).hasSize(5100);
        assertThat(csv.rows().stream().filter(row -> row.problem() != null))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.rowNo()).isEqualTo(5000);
                    assertThat(row.line()).isEqualTo(5001);
                    assertThat(row.problem())
                            .isEqualTo(new Problem(ProblemReason.INVALID_BYTES, "first_name", "Jos\uFFFD"));
                });
    }

    @Test
    @DisplayName("case 12: a NUL spoils its row and is never handed on")
    void nul() {
        Csv csv = Csv.of(Csv.HEAD + "a@x.org,An\0na,Berg,,\nb@x.org,Bob,Lee,,\nc@x.org\0,Cy,Lee,,\n");
        assertThat(csv.outcome()).containsExactly("2:nul_byte", "3:", "4:nul_byte");
        assertThat(csv.rows().toString()).doesNotContain("\0");
    }

    @Test
    @DisplayName("cases 13, 14, 15, 16: what is no CSV is refused by its content")
    void notCsv() {
        assertThat(Csv.refused("PK\3\4....[Content_Types].xml...").refusal()).isEqualTo(FileRefusal.EXCEL_WORKBOOK);
        assertThat(Csv.refused(Csv.bytes(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, "x"))
                        .refusal())
                .isEqualTo(FileRefusal.EXCEL_WORKBOOK);
        assertThat(Csv.refused("PK\3\4....people.csv...").arguments()).containsExactly("ZIP");
        assertThat(Csv.refused(Csv.bytes(0x1F, 0x8B, 8, 0)).arguments()).containsExactly("GZIP");
        assertThat(Csv.refused("%PDF-1.7\n").arguments()).containsExactly("PDF");
        assertThat(Csv.refused(Csv.bytes(0x89, "PNG\r\n")).arguments()).containsExactly("PNG");
        assertThat(Csv.refused(Csv.bytes(0xFF, 0xD8, 0xFF, 0xE0)).arguments()).containsExactly("JPEG");
        assertThat(Csv.refused("\n<!DOCTYPE html>\n<html>").arguments()).containsExactly("HTML");
        assertThat(Csv.refused("\uFEFF<?xml version='1.0'?><a/>").arguments()).containsExactly("XML");
        assertThat(Csv.refused("[\n {\"email\": \"a@x.org\"}]").arguments()).containsExactly("JSON");
        assertThat(Csv.refused("{\"email\": \"a@x.org\"}").arguments()).containsExactly("JSON");
    }

    @Test
    @DisplayName("case 17: one byte more than the limit refuses the file, the limit itself does not")
    void tooLarge() {
        byte[] file = Csv.bytes("email\n", "a@x.org\n".repeat(200_000));
        ReadingLimits exact = new ReadingLimits(file.length, 1_000_000, 65536, 200);
        assertThat(Csv.of(file, DialectChoice.DETECT, exact).rows()).hasSize(200_000);
        ReadingLimits less = new ReadingLimits(file.length - 1, 1_000_000, 65536, 200);
        Unreadable refused = assertThrows(Unreadable.class, () -> Csv.of(file, DialectChoice.DETECT, less));
        assertThat(refused.refusal()).isEqualTo(FileRefusal.TOO_LARGE);
    }

    @Test
    @DisplayName("case 18: one row more than the limit refuses the file, blank rows do not count")
    void tooManyRows() {
        ReadingLimits three = new ReadingLimits(1000, 3, 100, 10);
        byte[] fits = Csv.bytes("email\n", "a@x.org\n\n".repeat(3), "\n\n");
        assertThat(Csv.of(fits, DialectChoice.DETECT, three).file().blankRows()).isEqualTo(5);
        byte[] more = Csv.bytes("email\n", "a@x.org\n".repeat(4));
        Unreadable refused = assertThrows(Unreadable.class, () -> Csv.of(more, DialectChoice.DETECT, three));
        assertThat(refused.refusal()).isEqualTo(FileRefusal.TOO_MANY_ROWS);
        assertThat(refused.arguments()).isEqualTo(List.of(3));
    }

    @Test
    @DisplayName("case 19: a stream that breaks off fails; its beginning does not pass for the file")
    void brokenOff() throws IOException {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
        InputStream start = new ByteArrayInputStream(Csv.bytes("email\n", "a@x.org\n".repeat(10_000)));
        CsvFile file =
                CsvFile.open(new SequenceInputStream(start, broken), ReadingLimits.DEFAULT, ReadingChoice.DETECT);
        assertThrows(UncheckedIOException.class, () -> file.forEachRemaining(row -> {}));
    }

    private static String rows(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "p" + i + "@x.org,First\n")
                .collect(Collectors.joining());
    }
}
