package app.rollcall.api;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the import that a path names. What is not the caller's to see is not there. */
@Component
class ImportLookup {

    private final Imports imports;

    ImportLookup(Imports imports) {
        this.imports = imports;
    }

    /** Fails with {@link ApiRefusal}, also when that is no number at all. */
    Mono<Import> find(Caller caller, String id) {
        try {
            return find(caller, new ImportId(Long.parseLong(id)));
        } catch (IllegalArgumentException e) {
            return Mono.error(() -> new ApiRefusal(ProblemCode.NO_SUCH_IMPORT));
        }
    }

    Mono<Import> find(Caller caller, ImportId id) {
        return imports.find(caller.actor(), id)
                .switchIfEmpty(Mono.error(() -> new ApiRefusal(ProblemCode.NO_SUCH_IMPORT)));
    }

    /** The answer to what goes on after it. */
    static ResponseEntity<ImportState> accepted(HttpServletRequest request, Import found) {
        ImportState state = ImportState.of(found, request.getContextPath());
        return ResponseEntity.accepted()
                .location(URI.create(state.links().self()))
                .body(state);
    }
}
