package app.rollcall.importing.ui;

import app.rollcall.importing.ReadingPreset;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.ReadingChoice;
import java.util.List;
import reactor.core.publisher.Mono;

/** What can be done about the way one file is read. */
interface Reading {

    /** The beginning of the file as it would be read in that way. */
    Mono<FileSample> sample(ReadingChoice choice);

    /** Reads the file anew in that way. */
    Mono<Void> reread(ReadingChoice choice);

    Mono<List<ReadingPreset>> saved();

    Mono<Void> save(String name, ReadingChoice choice);

    Mono<Void> delete(String name);
}
