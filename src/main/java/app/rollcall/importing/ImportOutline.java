package app.rollcall.importing;

import java.util.List;

/**
 * An import in one line.
 *
 * @param files names of the files it was made of; empty for a list that was typed or pasted
 */
public record ImportOutline(ImportId id, List<String> files, Options options) {

    public ImportOutline {
        files = List.copyOf(files);
    }
}
