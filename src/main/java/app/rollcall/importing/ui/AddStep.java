package app.rollcall.importing.ui;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.security.Actor;
import app.rollcall.ui.Icons;
import app.rollcall.ui.Note;
import app.rollcall.ui.UploadBytes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the file: dropped or chosen (OM-36), sent as raw bytes straight into the database. */
final class AddStep extends StepPanel {

    private static final Logger LOG = LoggerFactory.getLogger(AddStep.class);

    private final transient Imports imports;
    private final transient Actor actor;
    private final transient Consumer<ImportId> taken;
    private final transient Runnable cancel;
    private final Div faults = new Div();

    /** Vaadin may call the handler twice for one upload; the key makes one import of it. */
    private UUID requestKey = UUID.randomUUID();

    AddStep(Imports imports, Actor actor, Consumer<ImportId> taken, Runnable cancel) {
        super(null);
        this.imports = imports;
        this.actor = actor;
        this.taken = taken;
        this.cancel = cancel;
        addClassName("add-step");
        faults.addClassName("faults");
        add(faults, drop());
    }

    private Component drop() {
        Upload upload = new Upload(this::receive);
        upload.setId("file");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.addClassName("drop");
        Button choose = new Button(getTranslation("invite.choose"), Icons.FILE.create());
        choose.setId("choose-file");
        choose.addThemeVariants(ButtonVariant.SMALL);
        upload.setUploadButton(choose);
        Span words = new Span(line("invite.drop", "m"), line("invite.drop.limits", "hint"));
        words.addClassNames("col", "drop-words");
        upload.setDropLabel(words);
        upload.setDropLabelIcon(Icons.UPLOAD.create());
        upload.addFailedListener(_ -> upload.clearFileList());
        Paragraph format = new Paragraph(getTranslation("invite.format"));
        format.addClassName("hint");
        Div take = new Div(upload, format);
        take.addClassName("take");
        return take;
    }

    private Span line(String key, String className) {
        Span line = new Span(getTranslation(key));
        line.addClassName(className);
        return line;
    }

    /** On the upload's own thread, without the session's lock. */
    private void receive(UploadEvent event) throws IOException {
        try {
            ImportId id = UploadBytes.send(
                    event.getInputStream(), bytes -> imports.upload(actor, requestKey, event.getFileName(), bytes));
            if (id != null) {
                event.getUI().access(() -> taken.accept(id));
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("An upload failed: {}", e.toString());
            event.getUI().access(() -> fail(e));
            event.reject();
        }
    }

    private void fail(Exception e) {
        requestKey = UUID.randomUUID();
        faults.removeAll();
        Note note = new Note(Note.Tone.RED, ImportWords.uploadFailed(this, e));
        note.setId("upload-failed");
        note.getElement().setAttribute("role", "alert");
        faults.add(note);
    }

    @Override
    boolean shows(Import current) {
        return false;
    }

    @Override
    void update(Import current) {
        throw new IllegalStateException("Before the upload there is no import to show");
    }

    @Override
    Component[] foot() {
        Button close = new Button(getTranslation("invite.cancel"), _ -> cancel.run());
        close.setId("cancel");
        return new Component[] {right(close)};
    }
}
