package app.rollcall.importing.ui;

import app.rollcall.importing.Beforehand;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Item;
import app.rollcall.importing.Source;
import app.rollcall.security.Actor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The list that one screen puts together. The first thing brought begins it, whatever that is; all that comes while it begins
 * waits for it, and is added to the same list.
 */
final class OpenList {

    private final Imports imports;
    private final Actor actor;
    private final Adding adding;
    private final Beforehand decided;
    private Sinks.@Nullable One<ImportId> begun;

    /** Adds typed lines to a list that exists. */
    @FunctionalInterface
    interface Adding {

        Mono<Void> add(Actor actor, ImportId id, String email, List<Item> items);
    }

    /** @param decided what holds for the list if it is begun here */
    OpenList(Imports imports, Actor actor, Adding adding, Beforehand decided, @Nullable ImportId id) {
        this.imports = imports;
        this.actor = actor;
        this.adding = adding;
        this.decided = decided;
        if (id != null) {
            begun = Sinks.one();
            begun.tryEmitValue(id);
        }
    }

    /** Brings a file; the same key is the same file. */
    Mono<ImportId> file(UUID key, String name, Flux<ByteBuffer> bytes) {
        return bring(
                () -> imports.upload(actor, key, name, bytes, decided),
                id -> imports.append(actor, id, key, Source.Kind.FILE, name, bytes));
    }

    /** Brings cells copied out of a spreadsheet. */
    Mono<ImportId> pasted(String name, Flux<ByteBuffer> bytes) {
        UUID key = UUID.randomUUID();
        return bring(
                () -> imports.paste(actor, key, name, bytes, decided),
                id -> imports.append(actor, id, key, Source.Kind.PASTED, name, bytes));
    }

    /** Brings a typed address with what is prepared for it (OM-35, OM-45). */
    Mono<ImportId> typed(String email, List<Item> items) {
        UUID key = UUID.randomUUID();
        return bring(
                () -> imports.begin(actor, key, email, items, decided),
                id -> adding.add(actor, id, email, items).thenReturn(id));
    }

    private Mono<ImportId> bring(Supplier<Mono<ImportId>> begin, Function<ImportId, Mono<ImportId>> add) {
        return Mono.defer(() -> {
            Sinks.One<ImportId> mine = Sinks.one();
            Sinks.One<ImportId> first = first(mine);
            if (first != mine) {
                return first.asMono().flatMap(add).switchIfEmpty(bring(begin, add));
            }
            return begin.get()
                    .doOnNext(mine::tryEmitValue)
                    .doOnError(_ -> gaveUp(mine))
                    .doOnCancel(() -> gaveUp(mine));
        });
    }

    private synchronized Sinks.One<ImportId> first(Sinks.One<ImportId> mine) {
        if (begun == null) {
            begun = mine;
        }
        return begun;
    }

    /** Nothing began: the next one that waits begins. */
    private void gaveUp(Sinks.One<ImportId> mine) {
        synchronized (this) {
            begun = null;
        }
        mine.tryEmitEmpty();
    }
}
