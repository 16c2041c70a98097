package app.rollcall.importing;

import app.rollcall.importing.csv.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ImportMatching} wrote down: a field with what it is and what the file says. */
final class FieldChanges {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FieldChanges() {}

    static List<FieldChange> of(@Nullable String changes, @Nullable String kept) {
        List<FieldChange> all = new ArrayList<>();
        collect(changes, false, all);
        collect(kept, true, all);
        all.sort(Comparator.comparing(FieldChange::kept).thenComparing(change -> place(change.field())));
        return all;
    }

    /** The database keeps no order of its own: theirs is the template's. */
    private static int place(String field) {
        return Arrays.stream(Column.values())
                .filter(column -> column.heading().equals(field))
                .findFirst()
                .map(Column::ordinal)
                .orElse(Integer.MAX_VALUE);
    }

    private static void collect(@Nullable String json, boolean kept, List<FieldChange> all) {
        if (json != null) {
            JSON.readTree(json)
                    .properties()
                    .forEach(field -> all.add(new FieldChange(
                            field.getKey(),
                            text(field.getValue().get(0)),
                            text(field.getValue().get(1)),
                            kept)));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }
}
