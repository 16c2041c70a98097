package app.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;

/**
 * A refusal as RFC 9457 has it.
 *
 * @param type where the kind of problem is told about; stable, for programs to compare
 * @param title the kind of problem, the same each time
 * @param detail this one, in a sentence
 * @param errors the single values that are wrong
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<Wrong> errors) {

    static final String TYPES = "/api/problems/";

    /** A value that is wrong: the field, parameter or header, and what is wrong with it. */
    record Wrong(String field, String detail) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemCode code, Object... arguments) {
        return of(code, List.of(), arguments);
    }

    static Problem invalid(List<Wrong> errors) {
        return of(ProblemCode.INVALID, errors, errors.size());
    }

    private static Problem of(ProblemCode code, List<Wrong> errors, Object... arguments) {
        String key = "api.problem." + code.name().toLowerCase(Locale.ROOT);
        return new Problem(
                TYPES + code.code(),
                Sentences.say(key + ".title"),
                code.status().value(),
                Sentences.say(key, arguments),
                errors);
    }
}
