package app.rollcall.importing;

import java.util.ArrayList;
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
        return all;
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
