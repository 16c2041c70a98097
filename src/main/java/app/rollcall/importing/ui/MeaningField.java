package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.FileSample.FileColumn;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a column of a file is read as. Nothing is chosen where we could only guess. */
final class MeaningField extends Select<MeaningField.Meaning> {

    private static final Meaning IGNORED = new Meaning(null);
    private static final List<Meaning> MEANINGS = Stream.concat(
                    Stream.of(IGNORED), Arrays.stream(Column.values()).map(Meaning::new))
            .toList();

    private @Nullable Column guess;
    private boolean showing;

    /** @param column null for none */
    record Meaning(@Nullable Column column) {}

    /** @param at counted from 0 */
    MeaningField(int at, FileColumn column, Consumer<Meaning> chosen) {
        setId("meaning-" + (at + 1));
        addClassName("meaning");
        setAriaLabel(getTranslation(
                "invite.reading.meaning", column.heading().isBlank() ? "#" + (at + 1) : column.heading()));
        setItems(MEANINGS);
        setItemLabelGenerator(this::label);
        addValueChangeListener(change -> {
            if (!showing && change.getValue() != null) {
                chosen.accept(change.getValue());
            }
        });
    }

    private String label(@Nullable Meaning meaning) {
        Column column = meaning == null ? null : meaning.column();
        if (column == null) {
            return getTranslation("invite.reading.ignored");
        }
        return column == guess ? getTranslation("invite.reading.likely", column.heading()) : column.heading();
    }

    /** @param undecided whether nobody said what the column is, and the file cannot be read before somebody does */
    void show(@Nullable Column column, @Nullable Column likely, boolean undecided) {
        showing = true;
        if (likely != guess) {
            guess = likely;
            getDataProvider().refreshAll();
        }
        setPlaceholder(likely == null ? "" : getTranslation("invite.reading.perhaps", likely.heading()));
        setClassName("guess", undecided);
        setClassName("ignored", !undecided && column == null);
        setValue(undecided ? null : new Meaning(column));
        showing = false;
    }
}
