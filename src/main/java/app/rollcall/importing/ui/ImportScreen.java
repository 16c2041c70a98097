package app.rollcall.importing.ui;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.ImportOutline;
import app.rollcall.importing.ImportOutlines;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Options;
import app.rollcall.job.ui.JobNavigation;
import app.rollcall.security.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Leads from the tray and the history to an import's page, and steers it from there. */
@Component
class ImportScreen implements JobNavigation {

    private final Imports imports;
    private final ImportOutlines outlines;

    ImportScreen(Imports imports, ImportOutlines outlines) {
        this.imports = imports;
        this.outlines = outlines;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public String path(long job) {
        return ImportView.path(new ImportId(job));
    }

    @Override
    public Mono<Void> pause(Actor actor, long job) {
        return imports.pause(actor, new ImportId(job));
    }

    @Override
    public Mono<Void> resume(Actor actor, long job) {
        return imports.resume(actor, new ImportId(job));
    }

    @Override
    public Mono<Void> cancel(Actor actor, long job) {
        return imports.cancel(actor, new ImportId(job));
    }

    @Override
    public Optional<String> sentence(com.vaadin.flow.component.Component words, Throwable failure) {
        return ResultWords.failed(words, failure);
    }

    @Override
    public Mono<Map<Long, Function<com.vaadin.flow.component.Component, String>>> captions(
            Actor actor, Collection<Long> jobs) {
        return outlines.of(actor, jobs)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(
                                outline -> outline.id().value(), outline -> words -> caption(words, outline))));
    }

    /** "With partners.csv · Invitations now · optional · new people only". */
    private static String caption(com.vaadin.flow.component.Component words, ImportOutline outline) {
        Options options = outline.options();
        List<String> parts = new ArrayList<>();
        if (outline.typed()) {
            parts.add(words.getTranslation("invite.typed"));
        } else if (!outline.files().isEmpty()) {
            parts.add(words.getTranslation("invite.caption.with", String.join(", ", outline.files())));
        }
        parts.add(words.getTranslation(
                "invite.options.sum." + options.invitations().name().toLowerCase(Locale.ROOT)));
        parts.add(words.getTranslation(
                options.required() ? "invite.options.sum.required" : "invite.options.sum.optional"));
        parts.add(words.getTranslation(
                "invite.caption." + options.matching().mode().name().toLowerCase(Locale.ROOT)));
        return String.join(" · ", parts);
    }
}
