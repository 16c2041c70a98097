package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

class FormerImportsTest extends ImportScene {

    private static final String ROW = "a@example.org,Ana,A,course,FIRE-2026";

    @Autowired
    private FormerImports former;

    @Test
    @DisplayName(
            "Case 21 The same content is known again once it was imported, and only then; it can be imported again")
    void known() {
        Import first = staged(file(ROW));
        Import second = listed(file(ROW));
        assertThat(former.of(admin, second.id()).block()).isEmpty();

        applied(first.id());
        assertThat(former.of(admin, second.id()).block())
                .singleElement()
                .returns(first.id(), FormerImport::id)
                .returns("list.csv", FormerImport::fileName)
                .returns(first.job().createdAt(), FormerImport::at);
        assertThat(former.of(admin, listed(file(ROW + "\n")).id()).block()).isEmpty();
        assertThat(applied(checked(second.id()).id())).returns(1L, Import::skipped);
    }

    @Test
    @DisplayName("Case 21 The same content is known again under another name, by the name and the import it had then")
    void otherName() {
        ImportId first = applied(staged(file(ROW)).id()).id();
        ImportId renamed = Objects.requireNonNull(
                imports.upload(admin, UUID.randomUUID(), "copy of it.csv", Flux.just(ByteBuffer.wrap(file(ROW))))
                        .block());
        reaches(renamed, Step.ADDING);

        assertThat(former.of(admin, renamed).block())
                .singleElement()
                .returns(first, FormerImport::id)
                .returns("list.csv", FormerImport::fileName);
    }

    @Test
    @DisplayName("RL Nobody is told of imports that are not theirs to see")
    void rights() {
        applied(staged(file(ROW)).id());
        Actor ida = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        ImportId own = upload(ida, file(ROW));
        reaches(own, Step.ADDING);

        assertThat(former.of(ida, own).block()).isEmpty();
        assertThat(former.of(admin, own).block()).hasSize(1);
        assertThat(former.of(ida, listed(file(ROW)).id()).block()).isEmpty();
    }
}
