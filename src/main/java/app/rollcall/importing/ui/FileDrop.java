package app.rollcall.importing.ui;

import app.rollcall.importing.ImportId;
import app.rollcall.importing.csv.Template;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.ProgressLine;
import app.rollcall.ui.UploadBytes;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Takes files, dropped or chosen (OM-36), one after the other, and cells pasted out of a spreadsheet. The raw bytes go straight
 * to where they are sent.
 */
final class FileDrop extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(FileDrop.class);

    private final Upload upload = new Upload(this::receive);
    private final Span arriving = new Span();
    private final ProgressLine bar;
    private final transient Sender sender;
    private final transient Consumer<ImportId> taken;
    private final transient Consumer<Exception> failed;
    private final transient ReentrantLock turn = new ReentrantLock(true);
    private final transient AtomicInteger coming = new AtomicInteger();
    private final transient Sinks.Many<Arrived> arrived = Sinks.many().replay().latest();

    /** Vaadin may call the handler twice for one upload; its key makes one file of it. */
    private final transient Map<String, UUID> keys = new ConcurrentHashMap<>();

    /** Where the bytes of a file go. */
    @FunctionalInterface
    interface Sender {

        Mono<ImportId> send(UUID key, String fileName, Flux<ByteBuffer> bytes);
    }

    private record Arrived(String fileName, long bytes, long of) {}

    /** @param pasted cells as text, their columns divided by tabs */
    FileDrop(Sender sender, Consumer<ImportId> taken, Consumer<Exception> failed, Consumer<String> pasted) {
        this.sender = sender;
        this.taken = taken;
        this.failed = failed;
        addClassName("take");
        upload.setId("file");
        upload.setUploadFormat(UploadFormat.RAW);
        upload.addClassName("drop");
        upload.getElement().setProperty("maxConcurrentUploads", 1);
        Button choose = new Button(getTranslation("invite.choose"), Icons.FILE.create());
        choose.setId("choose-file");
        choose.addThemeVariants(ButtonVariant.SMALL);
        upload.setUploadButton(choose);
        Span words = new Span(line("invite.drop", "m"), line("invite.drop.limits", "hint"));
        words.addClassNames("col", "drop-words");
        upload.setDropLabel(words);
        upload.setDropLabelIcon(Icons.UPLOAD.create());
        upload.addAllFinishedListener(_ -> settle());
        upload.addFailedListener(_ -> settle());
        takePastes(pasted);
        bar = new ProgressLine(getTranslation("invite.uploading"));
        arriving.addClassNames("hint", "num");
        showArrived(new Arrived("", 0, 0));
        add(upload, links(pasted), arriving, bar);
        FluxBinding.state(this, arrived::asFlux, this::showArrived);
    }

    private Div links(Consumer<String> pasted) {
        Button guide = new Button(getTranslation("invite.guide"), _ -> new FormatGuide().open());
        guide.setId("format-guide");
        Button paste = new Button(getTranslation("invite.paste"), _ -> new PasteDialog(pasted).open());
        paste.setId("paste");
        for (Button link : List.of(guide, paste)) {
            link.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            link.addClassName("link");
        }
        Div links = new Div(guide, template(), paste);
        links.addClassNames("row", "drop-links");
        return links;
    }

    private Anchor template() {
        Anchor template = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    byte[] file = Template.csv();
                    return new DownloadResponse(
                            new ByteArrayInputStream(file),
                            "rollcall-template.csv",
                            "text/csv;charset=utf-8",
                            file.length);
                }),
                getTranslation("invite.template"));
        template.setId("template");
        template.addClassNames("u", "xs");
        return template;
    }

    /** Cells that are pasted while the drop area or what lies in it has the focus. */
    private void takePastes(Consumer<String> pasted) {
        String text = "event.clipboardData ? event.clipboardData.getData('text/plain') : ''";
        upload.getElement()
                .addEventListener("paste", event -> {
                    String cells = event.getEventData().path(text).asString();
                    if (!cells.isBlank()) {
                        pasted.accept(cells);
                    }
                })
                .addEventData(text);
    }

    private Span line(String key, String className) {
        Span line = new Span(getTranslation(key));
        line.addClassName(className);
        return line;
    }

    /** Whether files are on their way; what takes them must stay on the screen until they are there. */
    boolean receiving() {
        return coming.get() > 0;
    }

    /** On the upload's own thread, without the session's lock; the files wait for each other. */
    private void receive(UploadEvent event) throws IOException {
        coming.incrementAndGet();
        turn.lock();
        String name = event.getFileName();
        String file = name + "|" + event.getFileSize();
        try {
            AtomicLong bytes = new AtomicLong();
            ImportId id = UploadBytes.send(
                    event.getInputStream(),
                    slices -> sender.send(
                            Objects.requireNonNull(keys.computeIfAbsent(file, _ -> UUID.randomUUID())),
                            name,
                            slices.doOnNext(slice -> arrived.tryEmitNext(
                                    new Arrived(name, bytes.addAndGet(slice.remaining()), event.getFileSize())))));
            if (id != null) {
                event.getUI().access(() -> taken.accept(id));
            }
        } catch (IOException | RuntimeException e) {
            LOG.info("An upload failed: {}", e.toString());
            keys.remove(file);
            event.getUI().access(() -> failed.accept(e));
            event.reject();
        } finally {
            turn.unlock();
            if (coming.decrementAndGet() == 0) {
                arrived.tryEmitNext(new Arrived("", 0, 0));
            }
        }
    }

    private void settle() {
        keys.clear();
        upload.clearFileList();
    }

    private void showArrived(Arrived now) {
        boolean some = !now.fileName().isEmpty();
        arriving.setVisible(some);
        bar.setVisible(some);
        if (some) {
            arriving.setText(getTranslation(
                    "invite.receiving", now.fileName(), ImportWords.megabytes(this, now.bytes(), now.of())));
            bar.show(now.of() <= 0 ? 0 : (double) now.bytes() / now.of(), "accent");
        }
    }
}
