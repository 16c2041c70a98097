package app.rollcall.importing.ui;

import app.rollcall.importing.ReadingPreset;
import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.FileSample.FileColumn;
import app.rollcall.importing.csv.Preset;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.importing.csv.Unreadable;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Note;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** How one file is read: its first rows as they would come out, and what a person chooses otherwise. Nothing changes before it is read again. */
final class ReadingDialog extends Dialog {

    private final transient Reading reading;
    private final transient Sinks.Many<ReadingDraft> asked =
            Sinks.many().replay().latest();
    private final DialectFields dialect = new DialectFields(this::charset, this::delimiter);
    private final Checkbox strict = new Checkbox();
    private final Checkbox headless = new Checkbox();
    private final Div notes = new Div();
    private final SampleTable table = new SampleTable(this::pick);
    private final Button again = new Button();
    private transient ReadingDraft draft;
    private transient List<FileColumn> columns = List.of();
    private boolean showing;

    private record Sampled(ReadingDraft draft, FileSample sample) {}

    /** @param file what the file is called */
    ReadingDialog(String file, Reading reading, ReadingChoice choice, List<ReadingPreset> ways) {
        this.reading = reading;
        draft = ReadingDraft.of(choice);
        setId("reading-dialog");
        addClassName("reading");
        setHeaderTitle(getTranslation("invite.reading.title", file));
        strict.setId("strict");
        strict.setLabel(getTranslation("invite.reading.strict"));
        strict.addValueChangeListener(change -> {
            if (!showing) {
                ask(draft.strictly(change.getValue()));
            }
        });
        headless.setId("headless");
        headless.setLabel(getTranslation("invite.reading.headless"));
        headless.addValueChangeListener(change -> {
            if (!showing) {
                ask(draft.withoutHeadings(change.getValue(), columns));
            }
        });
        Div strictly = new Div(headless, strict, CsvLink.sample(this));
        strictly.addClassNames("row", "strictly");
        notes.addClassName("faults");
        notes.setId("reading-notes");
        notes.getElement().setAttribute("aria-live", "polite");
        SavedWays saved = new SavedWays(reading, ways, () -> draft.choice(), way -> ask(ReadingDraft.of(way)));
        Div fields = new Div(dialect, saved);
        fields.addClassNames("row", "reading-fields");
        add(fields, strictly, notes, table);
        foot();
        ask(draft);
        FluxBinding.state(this, this::samples, this::show);
    }

    private void foot() {
        Button cancel = new Button(getTranslation("invite.cancel"), _ -> close());
        cancel.setId("reading-cancel");
        again.setText(getTranslation("invite.reading.again"));
        again.setId("read-again");
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.addClickListener(_ -> UiTask.run(
                again, reading.reread(draft.choice()), this::close, failure -> ImportWords.failed(this, failure)));
        Span foot = new Span(StepPanel.right(cancel, again));
        foot.addClassName("import-foot");
        getFooter().add(foot);
    }

    private void charset(@Nullable Charset chosen) {
        ask(draft.in(chosen, columns));
    }

    private void delimiter(@Nullable Character chosen) {
        ask(draft.cutAt(chosen));
    }

    private void pick(int at, @Nullable Column meaning) {
        ask(draft.pick(at, columns, meaning));
    }

    private void ask(ReadingDraft now) {
        draft = now;
        showing = true;
        strict.setValue(now.strict());
        headless.setValue(now.headless());
        headless.setEnabled(!now.strict());
        dialect.show(now);
        showing = false;
        asked.tryEmitNext(now);
    }

    /** Who chooses quickly waits for the last choice only. */
    private Flux<Sampled> samples() {
        return asked.asFlux().switchMap(now -> reading.sample(now.choice()).map(sample -> new Sampled(now, sample)));
    }

    private void show(Sampled now) {
        if (!now.draft().equals(draft)) {
            return;
        }
        FileSample sample = now.sample();
        columns = sample.columns();
        dialect.show(sample);
        table.show(sample, draft);
        notes.removeAll();
        Preset preset = sample.preset();
        if (preset != null && !draft.strict()) {
            notes.add(new Note(Note.Tone.BLUE, getTranslation("invite.reading.preset", preset.title())));
        }
        Unreadable refused = sample.refused();
        if (refused != null) {
            notes.add(new Note(Note.Tone.RED, ImportWords.refused(this, refused)));
        }
        again.setEnabled(refused == null);
    }
}
