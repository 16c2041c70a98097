package app.rollcall.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API's own description, for programs that make clients of it. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    /** Where it is; application.yaml says the same to springdoc. */
    static final String PATH = "/api/v1/openapi.json";

    private static final String TOKEN = "token";
    private static final io.swagger.v3.oas.models.media.Schema<?> PROBLEM =
            new io.swagger.v3.oas.models.media.Schema<>().$ref("#/components/schemas/Problem");

    /** The parts of an upload. */
    record Upload(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            String file,

            @Schema(description = "JSON; what is left out is as the screens have it")
            UploadOptions options) {}

    /** What can be decided beforehand: {@link OptionsReader} reads it. */
    record UploadOptions(
            @JsonUnwrapped ImportOptions options,

            @Schema(description = "whether the list is checked as soon as it is read", defaultValue = "true")
            boolean validate) {}

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
                // Wherever this answers; not what a request said it was called.
                .addServersItem(new Server().url("/"))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** When the document is asked for, not at the start: to read a type's shape takes time. */
    @Bean
    OpenApiCustomizer problem() {
        return document ->
                ModelConverters.getInstance(true).readAll(Problem.class).forEach(document.getComponents()::addSchemas);
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
                                                    new MediaType().schema(PROBLEM))));
            return operation;
        };
    }
}
