package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.Problem;
import app.rollcall.importing.csv.StagedRow;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A slice of a source's rows in the form that COPY takes into import_row. */
final class StagedCopy {

    static final String COPY = """
            COPY import_row (import_id, source_no, row_no, line, email, first_name, last_name, item_type, item_id, fields,
              problem, problem_column, problem_value, problem_fix)
            FROM STDIN""";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CopyText text = new CopyText();
    private final ImportId id;
    private final int source;
    private final int before;
    private final String course;

    /**
     * @param before the number of the list's last row before this source's first
     * @param course the code of the course for rows that name nothing; empty for none
     */
    StagedCopy(ImportId id, int source, int before, String course) {
        this.id = id;
        this.source = source;
        this.before = before;
        this.course = course;
    }

    void write(StagedRow row) {
        Problem problem = row.problem();
        boolean given =
                !course.isEmpty() && row.itemType().isEmpty() && row.itemId().isEmpty();
        text.cell(id.value())
                .cell(source)
                .cell(before + row.rowNo())
                .cell(row.line())
                .cell(row.email())
                .cell(row.firstName())
                .cell(row.lastName())
                .cell(given ? "course" : row.itemType())
                .cell(given ? course : row.itemId())
                .cell(json(row.fields()))
                .cell(problem == null ? null : problem.reason().code())
                .cell(problem == null ? null : problem.column())
                .cell(problem == null ? null : problem.value())
                .cell(problem == null ? null : problem.fix())
                .endRow();
    }

    /** What is not in columns of their own; null when there is nothing. */
    static @Nullable String json(Map<Column, String> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        Map<String, String> byHeading = new TreeMap<>();
        fields.forEach((column, value) -> byHeading.put(column.heading(), value));
        return JSON.writeValueAsString(byHeading);
    }

    /** Reads back what was written into a row's fields. */
    static Map<Column, String> fields(String json) {
        Map<Column, String> fields = new EnumMap<>(Column.class);
        JSON.readTree(json)
                .properties()
                .forEach(field ->
                        fields.put(Column.of(field.getKey()), field.getValue().asString()));
        return fields;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Characters so far; UTF-8 makes at most three bytes of each. */
    int length() {
        return text.length();
    }

    byte[] take() {
        return text.take();
    }
}
