package app.rollcall.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is told about kinds of problems, and a refusal for whatever else is asked for below /api. */
@Hidden
@RestController
class OtherRoutes {

    /** A kind of problem: where a problem's type leads. */
    record Kind(String type, String title, int status) {}

    @GetMapping(path = Problem.TYPES + "{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    Kind kind(@PathVariable String code) {
        ProblemCode known = ProblemCode.of(code).orElseThrow(() -> new ApiRefusal(ProblemCode.NO_SUCH_ROUTE));
        Problem problem = Problem.of(known, "…");
        return new Kind(problem.type(), problem.title(), problem.status());
    }

    @RequestMapping("/api/**")
    void nothing() {
        throw new ApiRefusal(ProblemCode.NO_SUCH_ROUTE);
    }
}
