package app.rollcall.importing.csv;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file in memory, and what reading it gives. */
record Csv(CsvFile file, List<StagedRow> rows) {

    static final String HEAD = "email,first_name,last_name,item_type,item_id\n";

    static Csv of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Csv of(byte[] bytes) {
        return of(bytes, DialectChoice.DETECT, ReadingLimits.DEFAULT);
    }

    static Csv of(byte[] bytes, DialectChoice choice, ReadingLimits limits) {
        return of(bytes, new ReadingChoice(choice, null), limits);
    }

    static Csv of(byte[] bytes, ColumnChoice columns) {
        return of(bytes, new ReadingChoice(DialectChoice.DETECT, columns), ReadingLimits.DEFAULT);
    }

    static Csv of(byte[] bytes, ReadingChoice choice, ReadingLimits limits) {
        try (CsvFile file = CsvFile.open(new ByteArrayInputStream(bytes), limits, choice)) {
            List<StagedRow> rows = new ArrayList<>();
            file.forEachRemaining(rows::add);
            return new Csv(file, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Unreadable refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    static Unreadable refused(byte[] bytes) {
        return assertThrows(Unreadable.class, () -> of(bytes));
    }

    static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            switch (part) {
                case Integer value -> out.write(value);
                case byte[] value -> out.writeBytes(value);
                default -> out.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    /** The only row of a file with all columns. */
    static StagedRow row(String cells) {
        return of(HEAD + cells + "\n").rows().getFirst();
    }

    StagedRow first() {
        return rows.getFirst();
    }

    /** {@code line:code}, or {@code line:} for a good row. */
    List<String> outcome() {
        return rows.stream().map(row -> row.line() + ":" + code(row)).toList();
    }

    static String code(StagedRow row) {
        Problem problem = row.problem();
        return problem == null ? "" : problem.reason().code();
    }
}
