package app.rollcall.importing.ui;

import app.rollcall.importing.FailedRow;
import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.Problem;
import app.rollcall.importing.csv.RowRules;
import app.rollcall.importing.csv.StagedRow;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a failed row, to be typed anew: who it is about and what for, the other names it gives, and whatever else is wrong
 * with it. What is typed is judged as one goes on, by the rules a file is read by.
 */
final class FixForm extends Div {

    private static final Set<Column> ALWAYS = Set.of(
            Column.EMAIL, Column.EMPLOYEE_ID, Column.FIRST_NAME, Column.LAST_NAME, Column.ITEM_TYPE, Column.ITEM_ID);

    private final Map<Column, TextField> fields = new EnumMap<>(Column.class);
    private final transient StagedRow row;

    FixForm(FailedRow failed) {
        row = failed.cells();
        addClassName("fix-form");
        Arrays.stream(Column.values())
                .filter(column -> ALWAYS.contains(column)
                        || (column.identity() && !row.cell(column).isEmpty()))
                .sorted(Comparator.comparing(Column::identity).reversed())
                .map(this::field)
                .forEach(this::add);
        show(failed);
    }

    /** The one cell that is at fault; null when it is the row, or what a cell stands for. */
    private static @Nullable Column faulty(FailedRow failed) {
        String heading = failed.finding().column();
        return heading == null || heading.isEmpty() ? null : Column.of(heading);
    }

    private TextField field(Column column) {
        return fields.computeIfAbsent(column, _ -> {
            TextField field = new TextField(ChangeWords.field(this, column.heading()));
            field.setId("fix-" + column.heading());
            field.setValue(row.cell(column));
            field.setManualValidation(true);
            field.addValueChangeListener(_ -> judge());
            return field;
        });
    }

    /** Marks what the check found; what was typed stays. */
    void show(FailedRow failed) {
        clear();
        Column column = faulty(failed);
        if (column != null) {
            mark(column, "");
        }
    }

    /** Whether a file with these cells would be read without fault; else the cell that is wrong says why. */
    boolean judge() {
        clear();
        StagedRow typed = row;
        for (Map.Entry<Column, String> cell : cells().entrySet()) {
            typed = typed.with(cell.getKey(), cell.getValue());
        }
        Problem problem = RowRules.check(typed).problem();
        if (problem == null) {
            return true;
        }
        mark(
                Column.of(problem.column()),
                getTranslation(
                        "importing.problem." + problem.reason().code(), row.line(), problem.column(), problem.value()));
        return false;
    }

    private void clear() {
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage("");
        });
    }

    private void mark(Column column, String sentence) {
        TextField field = field(column);
        if (field.getParent().isEmpty()) {
            add(field);
        }
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    /** To what is to be mended, or to the first where that is no single cell. */
    void focusFault() {
        fields.values().stream()
                .filter(TextField::isInvalid)
                .findFirst()
                .or(() -> fields.values().stream().findFirst())
                .ifPresent(TextField::focus);
    }

    /** What the fields say. */
    Map<Column, String> cells() {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        fields.forEach((column, field) -> cells.put(column, field.getValue().strip()));
        return cells;
    }
}
