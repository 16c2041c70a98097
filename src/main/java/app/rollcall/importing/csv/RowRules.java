package app.rollcall.importing.csv;

import app.rollcall.security.EmailAddress;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a row must be, whether it comes from a file or was edited on the screen. */
public final class RowRules {

    private static final Set<String> PLACEHOLDERS = Set.of("n/a", "#n/a", "na", "-", "--", "null", "none", "nil");
    private static final Set<String> TYPES = Set.of("course", "product");
    private static final Map<String, String> ITEM_TYPES = Map.ofEntries(
            Map.entry("course", "course"),
            Map.entry("courses", "course"),
            Map.entry("kurs", "course"),
            Map.entry("cours", "course"),
            Map.entry("curso", "course"),
            Map.entry("corso", "course"),
            Map.entry("product", "product"),
            Map.entry("products", "product"),
            Map.entry("produkt", "product"),
            Map.entry("produit", "product"),
            Map.entry("producto", "product"),
            Map.entry("prodotto", "product"));

    private RowRules() {}

    /** The row with its values normalised and the first thing that is wrong with them; what was wrong with it before does not count. */
    public static StagedRow check(StagedRow row) {
        return checked(row, null);
    }

    /** @param shape what is wrong with the row as a whole, which goes before anything in its cells */
    static StagedRow checked(StagedRow row, @Nullable Problem shape) {
        String email = row.email().strip();
        String first = Text.tidied(row.firstName());
        String last = Text.tidied(row.lastName());
        String id = row.itemId().strip();
        String type = itemType(row.itemType().strip());
        Map<Column, String> fields = fields(row.fields());

        Problem problem = shape == null ? notText(email, first, last, type, id, fields) : shape;
        if (problem == null) {
            try {
                email = address(email, fields);
            } catch (Wrong wrong) {
                problem = Problem.in(Column.EMAIL, wrong, email);
            }
        }
        if (problem == null) {
            problem = wrongName(Column.FIRST_NAME, first);
        }
        if (problem == null) {
            problem = wrongName(Column.LAST_NAME, last);
        }
        if (problem == null) {
            problem = wrongItem(type, id);
        }
        if (problem == null && !fields.isEmpty()) {
            problem = wrongField(fields);
        }
        return problem == null
                ? new StagedRow(row.rowNo(), row.line(), email, first, last, type, id, fields, null)
                : storable(row, email, first, last, type, id, fields, problem);
    }

    private static StagedRow storable(
            StagedRow row,
            String email,
            String first,
            String last,
            String type,
            String id,
            Map<Column, String> fields,
            Problem problem) {
        if (!fields.isEmpty()) {
            fields.replaceAll((_, cell) -> Text.shown(cell, Text.STORED));
        }
        return new StagedRow(
                row.rowNo(),
                row.line(),
                Text.shown(email, Text.STORED),
                Text.shown(first, Text.STORED),
                Text.shown(last, Text.STORED),
                Text.shown(type, Text.STORED),
                Text.shown(id, Text.STORED),
                fields,
                problem);
    }

    /** Those with anything in them, to be normalised one by one. An ID that is n/a is none: else it would be everybody's. */
    private static Map<Column, String> fields(Map<Column, String> cells) {
        if (cells.isEmpty()) {
            return Map.of();
        }
        Map<Column, String> fields = new EnumMap<>(Column.class);
        cells.forEach((column, cell) -> {
            String text = Text.trimmed(cell);
            if (!text.isEmpty() && !column.core() && !(column.identity() && placeholder(text))) {
                fields.put(column, text);
            }
        });
        return fields.isEmpty() ? Map.of() : fields;
    }

    private static @Nullable Problem notText(
            String email, String first, String last, String type, String id, Map<Column, String> fields) {
        Problem problem = notText(Column.EMAIL, email);
        problem = problem == null ? notText(Column.FIRST_NAME, first) : problem;
        problem = problem == null ? notText(Column.LAST_NAME, last) : problem;
        problem = problem == null ? notText(Column.ITEM_TYPE, type) : problem;
        problem = problem == null ? notText(Column.ITEM_ID, id) : problem;
        if (problem == null && !fields.isEmpty()) {
            for (Map.Entry<Column, String> field : fields.entrySet()) {
                problem = problem == null ? notText(field.getKey(), field.getValue()) : problem;
            }
        }
        return problem;
    }

    private static @Nullable Problem notText(Column column, String cell) {
        if (cell.indexOf('\uFFFD') >= 0) {
            return Problem.in(column, ProblemReason.INVALID_BYTES, cell);
        }
        return cell.indexOf('\0') >= 0 ? Problem.in(column, ProblemReason.NUL_BYTE, cell) : null;
    }

    /** Empty where the row says by another column who it is about. */
    private static String address(String cell, Map<Column, String> fields) {
        boolean none = Text.trimmed(cell).isEmpty() || placeholder(cell);
        if (none && fields.keySet().stream().anyMatch(Column::identity)) {
            return "";
        }
        try {
            return new EmailAddress(none ? "" : cell).value();
        } catch (EmailAddress.Malformed refused) {
            throw switch (refused.refusal()) {
                case EMPTY -> new Wrong(ProblemReason.EMAIL_MISSING);
                case TOO_LONG -> new Wrong(ProblemReason.EMAIL_TOO_LONG);
                case LINE_BREAK -> new Wrong(ProblemReason.EMAIL_LINE_BREAK);
                case SEVERAL -> new Wrong(ProblemReason.EMAIL_SEVERAL, AddressFix.of(cell));
                case NO_AT, LOCAL_PART, DOMAIN -> new Wrong(ProblemReason.EMAIL_MALFORMED, AddressFix.of(cell));
            };
        }
    }

    private static boolean placeholder(String cell) {
        return cell.length() <= 4 && PLACEHOLDERS.contains(cell.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Problem wrongName(Column column, String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Text.breaksLine(c)) {
                return Problem.in(column, ProblemReason.LINE_BREAK_IN_NAME, name);
            }
            if (Text.unfit(c)) {
                return Problem.in(column, ProblemReason.CONTROL_CHARACTERS, name);
            }
        }
        boolean tooLong = name.length() > column.longest() && name.codePointCount(0, name.length()) > column.longest();
        return tooLong ? Problem.in(column, ProblemReason.NAME_TOO_LONG, name) : null;
    }

    private static String itemType(String cell) {
        if (cell.isEmpty() || TYPES.contains(cell)) {
            return cell;
        }
        String known = cell.length() > 40
                ? null
                : ITEM_TYPES.get(
                        Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        return known == null ? cell : known;
    }

    private static @Nullable Problem wrongItem(String type, String id) {
        if (!type.isEmpty() && !TYPES.contains(type)) {
            String meant = Near.miss(type.toLowerCase(Locale.ROOT), TYPES);
            return Problem.in(Column.ITEM_TYPE, new Wrong(ProblemReason.ITEM_TYPE_UNKNOWN, meant), type);
        }
        if (type.isEmpty() != id.isEmpty()) {
            return type.isEmpty()
                    ? Problem.in(Column.ITEM_TYPE, ProblemReason.ITEM_TYPE_MISSING, id)
                    : Problem.in(Column.ITEM_ID, ProblemReason.ITEM_ID_MISSING, type);
        }
        if (id.length() > Column.ITEM_ID.longest()) {
            return Problem.in(Column.ITEM_ID, ProblemReason.FIELD_TOO_LONG, id);
        }
        for (int i = 0; i < id.length(); i++) {
            if (Text.unfit(id.charAt(i))) {
                return Problem.in(Column.ITEM_ID, ProblemReason.CONTROL_CHARACTERS, id);
            }
        }
        return FieldRules.damaged(id) ? Problem.in(Column.ITEM_ID, ProblemReason.DAMAGED_BY_EXCEL, id) : null;
    }

    /** Normalises them in place, up to the first that is wrong. A role that is none but a learner's needs no keeping. */
    private static @Nullable Problem wrongField(Map<Column, String> fields) {
        for (Map.Entry<Column, String> field : fields.entrySet()) {
            String cell = field.getValue();
            try {
                field.setValue(FieldRules.kept(field.getKey(), cell));
            } catch (Wrong wrong) {
                return Problem.in(field.getKey(), wrong, cell);
            }
        }
        fields.remove(Column.ROLE);
        return null;
    }
}
