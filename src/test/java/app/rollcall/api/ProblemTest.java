package app.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

    private final ProblemResolver resolver =
            new ProblemResolver(new ProblemWriter(JsonMapper.builder().build()));

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    @DisplayName("API RFC 9457 Every kind of problem has an address, a title and a sentence")
    void complete(ProblemCode code) {
        Problem problem = Problem.of(code, 7);
        assertThat(problem.type()).matches("/api/problems/[a-z-]+");
        assertThat(ProblemCode.of(code.code())).contains(code);
        assertThat(problem.status()).isBetween(400, 599);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.detail()).endsWith(".").doesNotContain("{");
    }

    @Test
    @DisplayName("API A file that the server does not even take in is too large, in the same form")
    void tooLarge() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(resolver.resolveException(
                        new MockHttpServletRequest("POST", "/api/v1/imports"),
                        response,
                        null,
                        new MaxUploadSizeExceededException(1)))
                .isNotNull();
        assertThat(response.getStatus()).isEqualTo(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        assertThat(response.getContentAsString()).contains("/api/problems/too-large");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    @DisplayName("ASVS 16.5.1 What nobody expected is told by a reference, and stands in the log under it")
    void unexpected(CapturedOutput log) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        resolver.resolveException(
                new MockHttpServletRequest("GET", "/api/v1/imports/1"),
                response,
                null,
                new IllegalStateException("inside"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).doesNotContain("inside");
        String reference = response.getContentAsString().replaceAll("(?s).*reference ([0-9a-f]{8}).*", "$1");
        assertThat(log.getAll()).contains("reference " + reference, "inside");
    }

    @Test
    @DisplayName("What fails outside the API is not the API's to answer")
    void elsewhere() {
        assertThat(resolver.resolveException(
                        new MockHttpServletRequest("GET", "/sign_in"),
                        new MockHttpServletResponse(),
                        null,
                        new IllegalStateException()))
                .isNull();
    }
}
