package app.rollcall.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object, taken one by one; what is wrong with any of them, and those that nobody knows, is told at once. */
final class JsonFields {

    private final JsonNode object;
    private final Set<String> left = new LinkedHashSet<>();
    private final List<Problem.Wrong> wrong = new ArrayList<>();

    private JsonFields(JsonNode object) {
        this.object = object;
        left.addAll(object.propertyNames());
    }

    /** No text is an object without fields. Fails with {@link ApiRefusal} when it is not an object. */
    static JsonFields of(JsonMapper json, @Nullable String text) {
        try {
            JsonNode node = json.readTree(text == null || text.isBlank() ? "{}" : text);
            if (node.isObject()) {
                return new JsonFields(node);
            }
        } catch (JacksonException e) {
            throw new ApiRefusal(ProblemCode.BODY_MALFORMED);
        }
        throw new ApiRefusal(ProblemCode.BODY_MALFORMED);
    }

    boolean flag(String field, boolean otherwise) {
        return take(field)
                .map(value -> value.isBoolean() ? value.booleanValue() : refused(field, "flag", otherwise))
                .orElse(otherwise);
    }

    Optional<Integer> number(String field) {
        return take(field)
                .flatMap(value -> value.isIntegralNumber() && value.canConvertToInt()
                        ? Optional.of(value.intValue())
                        : refused(field, "number", Optional.<Integer>empty()));
    }

    Optional<String> text(String field, int longest) {
        return take(field)
                .flatMap(value -> value.isString() && value.stringValue().length() <= longest
                        ? Optional.of(value.stringValue())
                        : refused(field, "text", Optional.<String>empty(), longest));
    }

    Optional<LocalDate> day(String field) {
        return take(field).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value.isString() ? value.stringValue() : ""));
            } catch (DateTimeException e) {
                return refused(field, "day", Optional.<LocalDate>empty());
            }
        });
    }

    <E extends Enum<E>> Optional<E> word(String field, Class<E> words) {
        return take(field).flatMap(value -> {
            Optional<E> word = constant(words, value);
            if (word.isEmpty()) {
                refuse(field, "word", all(words));
            }
            return word;
        });
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> words, List<E> otherwise) {
        return take(field)
                .map(value -> {
                    List<E> found = value.isArray()
                            ? value.valueStream()
                                    .flatMap(each -> constant(words, each).stream())
                                    .toList()
                            : List.<E>of();
                    return found.isEmpty()
                                    || found.size() != value.size()
                                    || Set.copyOf(found).size() != found.size()
                            ? refused(field, "words", otherwise, all(words))
                            : found;
                })
                .orElse(otherwise);
    }

    /** What was read, if all of it was right; otherwise fails with an {@link ApiRefusal} that tells everything. */
    void done() {
        left.forEach(field -> refuse(field, "unknown"));
        if (!wrong.isEmpty()) {
            throw new ApiRefusal(Problem.invalid(wrong));
        }
    }

    void refuse(String field, String sentence, Object... arguments) {
        wrong.add(new Problem.Wrong(field, Sentences.say("api.wrong." + sentence, arguments)));
    }

    private <T> T refused(String field, String sentence, T instead, Object... arguments) {
        refuse(field, sentence, arguments);
        return instead;
    }

    private Optional<JsonNode> take(String field) {
        left.remove(field);
        return object.optional(field).filter(value -> !value.isNull());
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> words, JsonNode value) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> value.isString() && ImportOptions.word(word).equals(value.stringValue()))
                .findFirst();
    }

    private static <E extends Enum<E>> String all(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(ImportOptions::word).collect(Collectors.joining(", "));
    }
}
