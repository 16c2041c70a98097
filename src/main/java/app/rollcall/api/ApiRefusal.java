package app.rollcall.api;

import java.util.List;

/** Ends a request with a {@link Problem}. */
final class ApiRefusal extends RuntimeException {

    private final transient Problem problem;

    ApiRefusal(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    ApiRefusal(ProblemCode code) {
        this(Problem.of(code));
    }

    /** One value is wrong. */
    static ApiRefusal wrong(String field, String sentence, Object... arguments) {
        return new ApiRefusal(
                Problem.invalid(List.of(new Problem.Wrong(field, Sentences.say("api.wrong." + sentence, arguments)))));
    }

    Problem problem() {
        return problem;
    }
}
