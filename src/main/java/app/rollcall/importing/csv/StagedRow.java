package app.rollcall.importing.csv;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the file, fit to be stored whatever is wrong with it: no cell holds a NUL, a lone surrogate or more than a thousand characters.
 *
 * @param rowNo counts data rows from 1; blank rows have no number, a line with several items ({@code A|B}) has one for each
 * @param line the physical line the row starts on, the first line of the file being 1; for an unclosed quote the line it was opened on
 * @param email normalised when valid, else as written but trimmed; empty where another column says who the row is about
 * @param itemType {@code course}, {@code product}, empty for a mere invitation, or as written when unknown
 * @param itemId as written, leading zeros and all
 * @param fields the cells of all other columns that are not blank, normalised when valid: dates in ISO 8601 (a date, a local
 *     date-time, or one with its offset), {@code required} or {@code optional}, language tags in BCP 47, categories separated by
 *     {@code |}, a score in percent as {@code 87.5}
 * @param problem the first thing found wrong, or null
 */
public record StagedRow(
        int rowNo,
        int line,
        String email,
        String firstName,
        String lastName,
        String itemType,
        String itemId,
        Map<Column, String> fields,
        @Nullable Problem problem) {

    public StagedRow {
        fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(fields);
    }

    /** What the row says in one of the other columns; empty when nothing. */
    public String field(Column column) {
        return fields.getOrDefault(column, "");
    }

    /** What the row says in any column; empty when nothing. */
    public String cell(Column column) {
        return switch (column) {
            case EMAIL -> email;
            case FIRST_NAME -> firstName;
            case LAST_NAME -> lastName;
            case ITEM_TYPE -> itemType;
            case ITEM_ID -> itemId;
            default -> field(column);
        };
    }

    /** The row with another text in one cell, not judged yet ({@link RowRules#check}). */
    public StagedRow with(Column column, String text) {
        Map<Column, String> others = fields;
        if (!column.core()) {
            others = new EnumMap<>(Column.class);
            others.putAll(fields);
            others.put(column, text);
        }
        return new StagedRow(
                rowNo,
                line,
                column == Column.EMAIL ? text : email,
                column == Column.FIRST_NAME ? text : firstName,
                column == Column.LAST_NAME ? text : lastName,
                column == Column.ITEM_TYPE ? text : itemType,
                column == Column.ITEM_ID ? text : itemId,
                others,
                null);
    }

    /** The same person's row for another item. */
    StagedRow item(int rowNo, String itemId) {
        return new StagedRow(rowNo, line, email, firstName, lastName, itemType, itemId, fields, problem);
    }

    public List<String> categories() {
        return FieldRules.split(field(Column.CATEGORIES));
    }
}
