package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.Item;
import app.rollcall.importing.Options;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Note;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the list together: files and pastes at the left, one person at a time at the right, the list itself below (OM-34). */
final class AddStep extends StepPanel {

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient OpenList list;
    private final transient Function<ImportId, StagedPart> tables;
    private final transient Consumer<ImportId> begun;
    private final transient Runnable leave;
    private final Div faults = new Div();
    private final Div sourceFaults = new Div();
    private final Div forAll = new Div();
    private final FileDrop drop;
    private final EmptyState nothing;
    private final OptionsLine options = new OptionsLine(this::choose);
    private final Button validate = new Button();
    private final Button cancel = new Button();
    private final Span reason = new Span();
    private @Nullable StagedPart table;
    private @Nullable Import current;

    /**
     * @param tables makes the table of a list, as soon as there is one
     * @param begun told when the list exists and has an address
     * @param leave the person is through with it
     */
    AddStep(
            Imports imports,
            Actor actor,
            OpenList list,
            SearchedItems<Item> items,
            Function<ImportId, StagedPart> tables,
            Consumer<ImportId> begun,
            Runnable leave) {
        super(null);
        this.imports = imports;
        this.actor = actor;
        this.list = list;
        this.tables = tables;
        this.begun = begun;
        this.leave = leave;
        addClassName("add-step");
        faults.addClassName("faults");
        sourceFaults.addClassName("faults");
        drop = new FileDrop(list::file, this::taken, this::failed, this::pasted);
        Div entry = new Div(drop, new ManualEntry<>(items, list::typed, this::taken));
        entry.addClassName("entry");
        nothing = new EmptyState(Icons.LINES, getTranslation("invite.empty"), getTranslation("invite.empty.cause"));
        forAll.addClassName("faults");
        add(forAll, faults, sourceFaults, entry, nothing);
    }

    /** Says which course those get whose row names nothing; null for none. */
    void ofCourse(@Nullable String code) {
        forAll.removeAll();
        if (code != null) {
            Note note = new Note(Note.Tone.BLUE, getTranslation("invite.of_course", code), CsvLink.sample(this));
            note.setId("of-course");
            forAll.add(note);
        }
    }

    private void pasted(String cells) {
        UiTask.run(
                validate,
                list.pasted(
                        getTranslation("invite.pasted"),
                        Flux.just(ByteBuffer.wrap(cells.getBytes(StandardCharsets.UTF_8)))),
                this::taken,
                failure -> ImportWords.failed(this, failure));
    }

    private void taken(ImportId id) {
        faults.removeAll();
        begun.accept(id);
    }

    private void failed(Exception failure) {
        faults.removeAll();
        Note note = new Note(Note.Tone.RED, ImportWords.uploadFailed(this, failure));
        note.setId("upload-failed");
        note.getElement().setAttribute("role", "alert");
        faults.add(note);
    }

    @Override
    boolean shows(Import now) {
        Step step = now.step();
        return switch (now.job().state()) {
            case REVIEW -> step == Step.ADDING;
            // What takes the files must stay until the last one is there, and so must whoever works on the list's other
            // rows.
            case PREPARING ->
                (drop.receiving() || current != null && current.rows() > 0)
                        && (step == Step.READING || step == Step.UPLOADING);
            default -> false;
        };
    }

    @Override
    void update(Import now) {
        if (current == null) {
            ofCourse(now.course());
        }
        current = now;
        if (table == null) {
            table = tables.apply(now.id());
            replace(nothing, table);
        }
        table.update(now);
        options.update(now);
        sourceFaults.removeAll();
        SourceList.files(now).stream()
                .filter(source -> source.refusal() != null)
                .map(source -> new Note(
                        Note.Tone.RED,
                        ImportWords.name(this, source) + ": " + ImportWords.refused(this, source.refusal())))
                .forEach(sourceFaults::add);
        allow();
    }

    private void allow() {
        boolean some = current != null && current.rows() > 0 && current.job().state() == JobState.REVIEW;
        boolean reading = current != null && current.job().state() == JobState.PREPARING;
        validate.setEnabled(some);
        reason.setText(getTranslation(reading ? "invite.reading" : "invite.validate.empty"));
        reason.setVisible(!some);
    }

    @Override
    Component[] foot() {
        cancel.setText(getTranslation("invite.cancel"));
        cancel.setId("cancel");
        cancel.addClickListener(_ -> cancel());
        validate.setText(getTranslation("invite.validate"));
        validate.setId("validate");
        validate.addThemeVariants(ButtonVariant.PRIMARY);
        validate.addClickListener(_ -> validate());
        reason.setId("validate-reason");
        reason.addClassName("t2");
        validate.getElement().setAttribute("aria-describedby", "validate-reason");
        allow();
        return new Component[] {options, reason, right(cancel, validate)};
    }

    private Mono<Void> choose(Options chosen) {
        return current == null ? Mono.empty() : imports.choose(actor, current.id(), chosen);
    }

    private void validate() {
        if (current != null) {
            UiTask.run(
                    validate,
                    imports.validate(actor, current.id()),
                    () -> {},
                    failure -> ImportWords.failed(this, failure));
        }
    }

    /** An empty list is thrown away without a word, one with rows only when that is meant. */
    private void cancel() {
        Import now = current;
        if (now == null) {
            leave.run();
        } else if (now.rows() == 0) {
            discard(now);
        } else {
            DiscardDialog.ask(this, now.rows(), () -> discard(now));
        }
    }

    private void discard(Import now) {
        UiTask.run(cancel, imports.discard(actor, now.id()), leave, failure -> ImportWords.failed(this, failure));
    }
}
