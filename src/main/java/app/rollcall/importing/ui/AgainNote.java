package app.rollcall.importing.ui;

import app.rollcall.importing.FormerImport;
import app.rollcall.importing.FormerImports;
import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.security.Actor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Says that the same file was imported before, with a link to that import; it may be imported again (case 21). */
final class AgainNote extends Div {

    private final transient FormerImports former;
    private final transient Actor actor;
    private final transient Clock clock;
    private final transient Sinks.Many<ImportId> asked = Sinks.many().replay().latest();
    private String looked = "";

    AgainNote(FormerImports former, Actor actor, Clock clock) {
        this.former = former;
        this.actor = actor;
        this.clock = clock;
        addClassName("faults");
        FluxBinding.state(this, this::found, this::show);
    }

    private Flux<List<FormerImport>> found() {
        return asked.asFlux().onBackpressureLatest().concatMap(id -> former.of(actor, id), 0);
    }

    /** Another list is begun. */
    void forget() {
        looked = "";
        removeAll();
    }

    /** Looks again when other files are in the list. */
    void update(Import now) {
        String files = now.id() + " " + SourceList.files(now).size();
        if (!files.equals(looked)) {
            looked = files;
            asked.tryEmitNext(now.id());
        }
    }

    private void show(List<FormerImport> imports) {
        removeAll();
        // The last one says it.
        imports.stream().limit(1).forEach(one -> {
            Anchor link = new Anchor(ImportView.path(one.id()), getTranslation("invite.again.show"));
            link.addClassName("u");
            // What is put together here stays as it is.
            link.setTarget(AnchorTarget.BLANK);
            Note note = new Note(
                    Note.Tone.AMBER,
                    getTranslation(
                            "invite.again",
                            one.fileName(),
                            Moments.of(this, clock.instant()).tell(one.at())),
                    link);
            note.addClassName("again");
            note.getElement().setAttribute("role", "status");
            add(note);
        });
    }
}
