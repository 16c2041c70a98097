package app.rollcall.api;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Imports for programs: what is decided about one that is there. Each answers with where it stands then. */
@Tag(name = "Imports")
@RestController
class ImportDecisions {

    private final Imports imports;
    private final ImportLookup lookup;
    private final JsonMapper json;

    ImportDecisions(Imports imports, ImportLookup lookup, JsonMapper json) {
        this.imports = imports;
        this.lookup = lookup;
        this.json = json;
    }

    @Operation(
            operationId = "confirmImport",
            summary = "Confirm what was shown",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ApiDocument.Confirmation.class))))
    @ApiResponse(responseCode = "202", description = "It is applied from now on")
    @PostMapping(ImportRoutes.ONE + "/confirm")
    Mono<ResponseEntity<ImportState>> confirm(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable String body) {
        JsonFields fields = JsonFields.of(json, body);
        Optional<Integer> version = fields.number("version");
        if (version.isEmpty()) {
            fields.refuse("version", "version");
        }
        Optional<OnError> onError = fields.word("on_error", OnError.class);
        fields.done();
        return lookup.find(caller, id)
                .flatMap(found -> imports.confirm(
                                caller.actor(), found.id(), onError.orElse(found.onError()), version.orElseThrow())
                        .then(Mono.defer(() -> lookup.find(caller, found.id()))))
                .map(found -> ImportLookup.accepted(request, found));
    }

    @Operation(operationId = "pauseImport", summary = "Stop it for now, at the end of the rows at hand")
    @ApiResponse(responseCode = "202", description = "It is paused")
    @PostMapping(ImportRoutes.ONE + "/pause")
    Mono<ResponseEntity<ImportState>> pause(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return steered(request, caller, id, imports::pause);
    }

    @Operation(operationId = "resumeImport", summary = "Let it go on, from what is in")
    @ApiResponse(responseCode = "202", description = "It goes on")
    @PostMapping(ImportRoutes.ONE + "/resume")
    Mono<ResponseEntity<ImportState>> resume(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return steered(request, caller, id, imports::resume);
    }

    @Operation(operationId = "cancelImport", summary = "End it; what is in stays in")
    @ApiResponse(responseCode = "202", description = "It is cancelled")
    @PostMapping(ImportRoutes.ONE + "/cancel")
    Mono<ResponseEntity<ImportState>> cancel(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return steered(request, caller, id, imports::cancel);
    }

    private Mono<ResponseEntity<ImportState>> steered(
            HttpServletRequest request, Caller caller, String id, BiFunction<Actor, ImportId, Mono<Void>> command) {
        return lookup.find(caller, id)
                .flatMap(found -> command.apply(caller.actor(), found.id())
                        .then(Mono.defer(() -> lookup.find(caller, found.id()))))
                .map(found -> ImportLookup.accepted(request, found));
    }
}
