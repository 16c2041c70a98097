package app.rollcall.importing.csv;

import app.rollcall.security.EmailAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a staged row of a record and says the first thing that is wrong with it. */
final class RowReader {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ID = 200;
    private static final Set<String> NO_ADDRESS = Set.of("n/a", "#n/a", "na", "-", "--", "null", "none", "nil");
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?E[+-]?\\d{1,3}");
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

    private final Columns columns;

    RowReader(Columns columns) {
        this.columns = columns;
    }

    StagedRow staged(int rowNo, Records records) {
        String[] cells = records.cells();
        String email = columns.cell(cells, Column.EMAIL).strip();
        String first = name(columns.cell(cells, Column.FIRST_NAME));
        String last = name(columns.cell(cells, Column.LAST_NAME));
        String id = columns.cell(cells, Column.ITEM_ID).strip();
        String type = itemType(columns.cell(cells, Column.ITEM_TYPE).strip(), id);

        Problem problem = wrongShape(records);
        if (problem == null) {
            problem = notText(email, first, last, type, id);
        }
        if (problem == null) {
            try {
                email = address(email);
            } catch (EmailAddress.Malformed refused) {
                problem = Problem.in(Column.EMAIL, reason(refused.refusal()), email);
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
        return problem == null
                ? new StagedRow(rowNo, records.line(), email, first, last, type, id, null)
                : new StagedRow(
                        rowNo,
                        records.line(),
                        Text.shown(email, Text.STORED),
                        Text.shown(first, Text.STORED),
                        Text.shown(last, Text.STORED),
                        Text.shown(type, Text.STORED),
                        Text.shown(id, Text.STORED),
                        problem);
    }

    /** The same rules for a row without a file. */
    static StagedRow ruled(StagedRow row) {
        String email = row.email().strip();
        String first = name(row.firstName());
        String last = name(row.lastName());
        String id = row.itemId().strip();
        String type = knownType(row.itemType().strip());
        Problem problem = notText(email, first, last, type, id);
        if (problem == null) {
            try {
                email = address(email);
            } catch (EmailAddress.Malformed refused) {
                problem = Problem.in(Column.EMAIL, reason(refused.refusal()), email);
            }
        }
        problem = problem == null ? wrongName(Column.FIRST_NAME, first) : problem;
        problem = problem == null ? wrongName(Column.LAST_NAME, last) : problem;
        problem = problem == null ? wrongItem(type, id) : problem;
        return new StagedRow(
                row.rowNo(),
                row.line(),
                Text.shown(email, Text.STORED),
                Text.shown(first, Text.STORED),
                Text.shown(last, Text.STORED),
                Text.shown(type, Text.STORED),
                Text.shown(id, Text.STORED),
                problem);
    }

    private @Nullable Problem wrongShape(Records records) {
        ProblemReason fault = records.fault();
        if (fault != null) {
            return Problem.inRow(fault, records.head());
        }
        String misfit = columns.misfit(records.cells());
        if (misfit != null) {
            boolean few = records.cells().length < columns.expected();
            return Problem.inRow(few ? ProblemReason.TOO_FEW_COLUMNS : ProblemReason.TOO_MANY_COLUMNS, misfit);
        }
        return columns.repeatedIn(records.cells())
                ? Problem.inRow(ProblemReason.LOOKS_LIKE_HEADER, records.head())
                : null;
    }

    private static @Nullable Problem notText(String email, String first, String last, String type, String id) {
        Problem problem = notText(Column.EMAIL, email);
        problem = problem == null ? notText(Column.FIRST_NAME, first) : problem;
        problem = problem == null ? notText(Column.LAST_NAME, last) : problem;
        problem = problem == null ? notText(Column.ITEM_TYPE, type) : problem;
        return problem == null ? notText(Column.ITEM_ID, id) : problem;
    }

    private static @Nullable Problem notText(Column column, String cell) {
        if (cell.indexOf('\uFFFD') >= 0) {
            return Problem.in(column, ProblemReason.INVALID_BYTES, cell);
        }
        return cell.indexOf('\0') >= 0 ? Problem.in(column, ProblemReason.NUL_BYTE, cell) : null;
    }

    private static String address(String cell) {
        boolean placeholder = cell.length() <= 4 && NO_ADDRESS.contains(cell.toLowerCase(Locale.ROOT));
        return new EmailAddress(placeholder ? "" : cell).value();
    }

    private static ProblemReason reason(EmailAddress.Refusal refusal) {
        return switch (refusal) {
            case EMPTY -> ProblemReason.EMAIL_MISSING;
            case TOO_LONG -> ProblemReason.EMAIL_TOO_LONG;
            case SEVERAL -> ProblemReason.EMAIL_SEVERAL;
            case LINE_BREAK -> ProblemReason.EMAIL_LINE_BREAK;
            case NO_AT, LOCAL_PART, DOMAIN -> ProblemReason.EMAIL_MALFORMED;
        };
    }

    /** A tab within a name is a blank; everything else that is wrong with a name is for its owner to mend. */
    private static String name(String cell) {
        String name = cell.strip();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x7F || name.charAt(i) == '\t') {
                return Normalizer.normalize(name.replace('\t', ' ').replace("\uFEFF", ""), Normalizer.Form.NFC);
            }
        }
        return name;
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
        boolean tooLong = name.length() > LONGEST_NAME && name.codePointCount(0, name.length()) > LONGEST_NAME;
        return tooLong ? Problem.in(column, ProblemReason.NAME_TOO_LONG, name) : null;
    }

    private String itemType(String cell, String id) {
        if (cell.isEmpty()) {
            return id.isEmpty() ? "" : columns.impliedType();
        }
        return knownType(cell);
    }

    private static String knownType(String cell) {
        String known = cell.length() > 40
                ? null
                : ITEM_TYPES.get(
                        Normalizer.normalize(cell, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        return known == null ? cell : known;
    }

    private static @Nullable Problem wrongItem(String type, String id) {
        if (!type.isEmpty() && !ITEM_TYPES.containsKey(type)) {
            return Problem.in(Column.ITEM_TYPE, ProblemReason.ITEM_TYPE_UNKNOWN, type);
        }
        if (type.isEmpty() != id.isEmpty()) {
            return type.isEmpty()
                    ? Problem.in(Column.ITEM_TYPE, ProblemReason.ITEM_TYPE_MISSING, id)
                    : Problem.in(Column.ITEM_ID, ProblemReason.ITEM_ID_MISSING, type);
        }
        if (id.length() > LONGEST_ID) {
            return Problem.in(Column.ITEM_ID, ProblemReason.FIELD_TOO_LONG, id);
        }
        if (id.chars().anyMatch(Text::unfit)) {
            return Problem.in(Column.ITEM_ID, ProblemReason.CONTROL_CHARACTERS, id);
        }
        boolean damaged = id.indexOf('E') > 0 && SCIENTIFIC.matcher(id).matches();
        return damaged ? Problem.in(Column.ITEM_ID, ProblemReason.DAMAGED_BY_EXCEL, id) : null;
    }
}
