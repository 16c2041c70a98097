package app.rollcall.ui;

import app.rollcall.security.Refused;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks every room what it has for the palette. One that cannot answer takes nothing from the others. */
final class PaletteSearch {

    private static final Logger LOG = LoggerFactory.getLogger(PaletteSearch.class);

    private final Component words;
    private final List<PaletteSource> sources;

    /**
     * What was found for a text.
     *
     * @param complete false when a room could not be asked
     */
    record Results(String text, List<PaletteItem> items, boolean complete) {}

    /** What one room found; null when it could not be asked. */
    private record Found(@Nullable Supplier<List<PaletteItem>> items) {}

    /** @param words the palette, for its language */
    PaletteSearch(Component words, List<PaletteSource> sources) {
        this.words = words;
        this.sources = List.copyOf(sources);
    }

    /** What is there without having typed anything. */
    Results everything() {
        return new Results(
                "",
                sources.stream()
                        .flatMap(source -> source.offered(words).stream())
                        .toList(),
                true);
    }

    /**
     * The answer for a text, made of what the rooms offer and find. Call it under the UI's lock; take the results out of the
     * answer under the lock again.
     */
    Mono<Supplier<Results>> find(String text) {
        return Flux.fromIterable(sources.stream()
                        .map(source -> source.find(words, text)
                                .map(Found::new)
                                .defaultIfEmpty(new Found(List::of))
                                .onErrorResume(PaletteSearch::missing))
                        .toList())
                .flatMapSequential(found -> found)
                .collectList()
                .map(found -> () -> results(text, found));
    }

    private static Mono<Found> missing(Throwable failure) {
        if (failure instanceof Refused) {
            return Mono.just(new Found(List::of));
        }
        LOG.warn("A room could not be searched for the palette", failure);
        return Mono.just(new Found(null));
    }

    private Results results(String text, List<Found> found) {
        List<PaletteItem> items = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            Supplier<List<PaletteItem>> own = found.get(at).items();
            Stream.concat(
                            own == null ? Stream.empty() : own.get().stream(),
                            sources.get(at).offered(words).stream().filter(item -> item.matches(text)))
                    .forEach(items::add);
        }
        return new Results(text, items, found.stream().allMatch(each -> each.items() != null));
    }
}
