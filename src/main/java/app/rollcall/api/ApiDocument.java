package app.rollcall.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, for programs that make clients of it. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** Where it is; application.yaml says the same to springdoc. */
    static final String PATH = "/api/v1/openapi.json";

    private static final String TOKEN = "token";

    /** The parts of an upload. */
    record Upload(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @Schema(
                    description =
                            "JSON; what is left out is as the screens have it, validate is true. The field names of the"
                                    + " answer's options, and validate: whether the list is checked as soon as it is read.")
            ImportOptions options) {}

    /** What a confirmation says. */
    record Confirmation(
            @Schema(description = "of the list that was seen", requiredMode = Schema.RequiredMode.REQUIRED)
            int version,

            @Schema(description = "block or skip_rows; left out, as the import's options say") @JsonProperty("on_error")
            String onError) {}

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Rollcall").version("1").description(Sentences.say("api.document")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Every route may refuse, and always in the same form. */
    @Bean
    OperationCustomizer refusals() {
        return (operation, _) -> {
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description(Sentences.say("api.document.problem"))
                                    .content(new Content()
                                            .addMediaType(
                                                    org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                    new MediaType())));
            return operation;
        };
    }
}
