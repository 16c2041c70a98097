package app.rollcall.api;

import app.rollcall.importing.Beforehand;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportRows;
import app.rollcall.importing.Imports;
import app.rollcall.importing.PagedRow;
import app.rollcall.importing.RowOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Imports for programs: what is brought and what is read. The doors are those of the screens. */
@Tag(name = "Imports")
@RestController
class ImportRoutes {

    static final String IMPORTS = "/api/v1/imports";

    static final String ONE = IMPORTS + "/{id}";
    private static final int MOST_ROWS = 500;
    private static final String FEW_ROWS = "100";

    private final Imports imports;
    private final ImportLookup lookup;
    private final ImportRows rows;
    private final Idempotency idempotency;
    private final ImportEvents events;
    private final JsonMapper json;

    ImportRoutes(
            Imports imports,
            ImportLookup lookup,
            ImportRows rows,
            Idempotency idempotency,
            ImportEvents events,
            JsonMapper json) {
        this.imports = imports;
        this.lookup = lookup;
        this.rows = rows;
        this.idempotency = idempotency;
        this.events = events;
        this.json = json;
    }

    @Operation(
            operationId = "beginImport",
            summary = "Bring a file",
            description =
                    "Keeps the file and answers at once; it is read and, unless the options say otherwise, validated by itself.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = ApiDocument.Upload.class))))
    @ApiResponse(responseCode = "202", description = "Kept; Location says where the import is")
    @PostMapping(IMPORTS)
    Mono<ResponseEntity<ImportState>> begin(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        UploadParts parts = UploadParts.of(request);
        Beforehand decided = OptionsReader.read(json, parts.options());
        return idempotency
                .requestKey(caller, key, parts)
                .flatMap(requestKey ->
                        imports.upload(caller.actor(), requestKey, parts.fileName(), parts.bytes(), decided))
                .flatMap(id -> lookup.find(caller, id))
                .map(found -> ImportLookup.accepted(request, found));
    }

    @Operation(operationId = "getImport", summary = "Where an import stands")
    @GetMapping(ONE)
    Mono<ImportState> get(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id) {
        return lookup.find(caller, id).map(found -> ImportState.of(found, request.getContextPath()));
    }

    @Operation(
            operationId = "listRows",
            summary = "Its rows, page by page",
            description = "Address by address in the file's order. Follow next until it is null.")
    @GetMapping(ONE + "/rows")
    Mono<RowsPage> rows(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(
                            description =
                                    "valid, warning, error: by what the check found; created, updated, unchanged, conflict:"
                                            + " by what the address comes to; failed: what was not imported")
                    @RequestParam(defaultValue = "all")
                    String outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "1 to " + MOST_ROWS) @RequestParam(defaultValue = FEW_ROWS) String limit) {
        RowOutcome wanted = Arrays.stream(RowOutcome.values())
                .filter(each -> ImportOptions.word(each).equals(outcome))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.wrong("outcome", "word", outcomes()));
        int most = limit(limit);
        return lookup.find(caller, id)
                .flatMap(found -> rows.page(caller.actor(), found.id(), wanted, RowCursor.read(cursor), most)
                        .map(page -> page(page, most, request.getContextPath(), found.id(), wanted)));
    }

    private static String outcomes() {
        return Arrays.stream(RowOutcome.values()).map(ImportOptions::word).collect(Collectors.joining(", "));
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST_ROWS) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw ApiRefusal.wrong("limit", "limit", MOST_ROWS);
        }
        throw ApiRefusal.wrong("limit", "limit", MOST_ROWS);
    }

    private static RowsPage page(List<PagedRow> page, int limit, String root, ImportId id, RowOutcome outcome) {
        String cursor = page.isEmpty() ? null : RowCursor.of(page.getLast().mark());
        String next = cursor == null || page.size() < limit
                ? null
                : root + IMPORTS + "/" + id.value() + "/rows?outcome=" + ImportOptions.word(outcome) + "&limit=" + limit
                        + "&cursor=" + cursor;
        return new RowsPage(page.stream().map(RowsPage.Row::of).toList(), cursor, next);
    }

    @Operation(
            operationId = "followImport",
            summary = "Follow it as server-sent events",
            description =
                    "Each event progress is the whole state, the first one at once. Ends when the import is over.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = ImportState.class)))
    @GetMapping(path = ONE + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<ImportState>>>> events(
            HttpServletRequest request,
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @Parameter(description = "end, or review: also when it waits for somebody to confirm")
                    @RequestParam(defaultValue = "end")
                    String until) {
        boolean review = until.equals("review");
        if (!review && !until.equals("end")) {
            throw ApiRefusal.wrong("until", "word", "end, review");
        }
        String root = request.getContextPath();
        return lookup.find(caller, id).map(found -> ResponseEntity.ok(events.of(caller, found.id(), root, review)));
    }
}
