package app.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends ApiScene {

    @Test
    @DisplayName("API Everybody can read which routes there are, and nothing else is among them")
    void routes() throws Exception {
        Answer document = ask(get("/api/v1/openapi.json"), "");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.response().getContentType()).startsWith("application/json");
        assertThat(document.<Map<String, Object>>at("$.paths").keySet())
                .containsExactlyInAnyOrder(
                        IMPORTS,
                        IMPORTS + "/{id}",
                        IMPORTS + "/{id}/rows",
                        IMPORTS + "/{id}/events",
                        IMPORTS + "/{id}/confirm",
                        IMPORTS + "/{id}/pause",
                        IMPORTS + "/{id}/resume",
                        IMPORTS + "/{id}/cancel");
        assertThat(document.<Map<String, Object>>at("$.paths['" + IMPORTS + "'].post.requestBody.content"))
                .containsOnlyKeys("multipart/form-data");
        assertThat(document.<Map<String, Object>>at("$.components.schemas.ImportOptions.properties")
                        .keySet())
                .contains("match_by", "blank_erases", "due_on");
        assertThat(document.<Map<String, Object>>at("$.components.schemas.UploadOptions.properties")
                        .keySet())
                .contains("match_by", "validate");
        assertThat(document.<List<String>>at("$.components.schemas.ImportOptions.properties.mode.enum"))
                .containsExactly("insert", "update", "upsert", "fill");
        assertThat(document.<String>at("$.servers[0].url")).isEqualTo("/");
        assertThat(document.<Map<String, Object>>at("$.components.schemas.Problem.properties")
                        .keySet())
                .contains("type", "title", "status", "detail", "errors");
        assertThat(document.<Set<String>>at("$.components.securitySchemes.keys()"))
                .containsExactly("token");
    }
}
