package app.rollcall.importing.ui;

import app.rollcall.importing.FileRefused;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.ReadingPreset;
import app.rollcall.importing.ReadingPresets;
import app.rollcall.importing.Source;
import app.rollcall.importing.csv.FileRefusal;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.security.Actor;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import java.util.List;
import reactor.core.publisher.Mono;

/** Leads from a file of a list to the dialog in which it is read in another way. */
final class Readings {

    private final Imports imports;
    private final ReadingPresets presets;
    private final Actor actor;

    Readings(Imports imports, ReadingPresets presets, Actor actor) {
        this.imports = imports;
        this.presets = presets;
        this.actor = actor;
    }

    /** Whether a person can choose otherwise about it: it is whole, and not refused for something that no choice mends. */
    static boolean open(Source source) {
        return switch (source.state()) {
            case UPLOADING, BROKEN_OFF, KEPT -> false;
            case READ -> source.kind() != Source.Kind.TYPED;
            case REFUSED -> source.refusal() != null && mendable(source.refusal());
        };
    }

    private static boolean mendable(String refusal) {
        return FileRefusal.of(FileRefused.of(refusal).code())
                .map(Readings::mendable)
                .orElse(true);
    }

    private static boolean mendable(FileRefusal refusal) {
        return switch (refusal) {
            case EMPTY, NO_ROWS, TOO_LARGE, TOO_MANY_ROWS, EXCEL_WORKBOOK, COMPRESSED, NOT_CSV, NOT_TEXT -> false;
            case TOO_MANY_COLUMNS,
                    ENCODING_UNKNOWN,
                    ENCODING_UNSURE,
                    HEADER_NOT_FIRST,
                    HEADER_DAMAGED,
                    HEADER_MISSING,
                    EMAIL_COLUMN_MISSING,
                    COLUMNS_NOT_PICKED,
                    HEADING_TWICE,
                    HEADING_LOOKALIKE,
                    HEADING_LOCALISED,
                    HEADINGS_NOT_SAMPLE,
                    PEOPLE_BY_ID -> true;
        };
    }

    /** @param control what was pressed; it waits for what the dialog begins with */
    void show(Component control, ImportId id, Source source) {
        Reading reading = new OfSource(imports, presets, actor, id, source);
        UiTask.run(
                control,
                imports.choice(actor, id, source.no()).zipWith(reading.saved()),
                now -> new ReadingDialog(ImportWords.name(control, source), reading, now.getT1(), now.getT2()).open(),
                failure -> ImportWords.failed(control, failure));
    }

    private record OfSource(Imports imports, ReadingPresets presets, Actor actor, ImportId id, Source source)
            implements Reading {

        @Override
        public Mono<FileSample> sample(ReadingChoice choice) {
            return imports.sample(actor, id, source.no(), source.reading(choice));
        }

        @Override
        public Mono<Void> reread(ReadingChoice choice) {
            return imports.reread(actor, id, source.no(), choice);
        }

        @Override
        public Mono<List<ReadingPreset>> saved() {
            return presets.all(actor);
        }

        @Override
        public Mono<Void> save(String name, ReadingChoice choice) {
            return presets.save(actor, name, choice);
        }

        @Override
        public Mono<Void> delete(String name) {
            return presets.delete(actor, name);
        }
    }
}
