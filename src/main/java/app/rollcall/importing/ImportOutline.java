package app.rollcall.importing;

import java.util.List;

/**
 * An import in one line.
 *
 * @param files names of the files it was made of that its title does not say already
 * @param typed whether it was made of no file at all
 */
public record ImportOutline(ImportId id, List<String> files, boolean typed, Options options) {

    public ImportOutline {
        files = List.copyOf(files);
    }
}
