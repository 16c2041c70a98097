package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Charsets;
import app.rollcall.importing.csv.FileSample;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The charset and the delimiter of a file; each is found out as long as nobody chooses it. */
final class DialectFields extends Div {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final Select<Charset> charset = new Select<>();
    private final Select<Character> delimiter = new Select<>();
    private boolean showing;

    /** Each is told null for what is to be found out. */
    DialectFields(Consumer<@Nullable Charset> charsetChosen, Consumer<@Nullable Character> delimiterChosen) {
        addClassNames("row", "dialect");
        charset.setId("charset");
        charset.setLabel(getTranslation("invite.reading.charset"));
        charset.setItems(Charsets.OFFERED);
        charset.setItemLabelGenerator(
                chosen -> chosen == null ? charset.getEmptySelectionCaption() : chosen.displayName());
        charset.addValueChangeListener(change -> {
            if (!showing) {
                charsetChosen.accept(change.getValue());
            }
        });
        delimiter.setId("delimiter");
        delimiter.setLabel(getTranslation("invite.reading.delimiter"));
        delimiter.setItems(DELIMITERS);
        delimiter.setItemLabelGenerator(chosen -> chosen == null ? delimiter.getEmptySelectionCaption() : name(chosen));
        delimiter.addValueChangeListener(change -> {
            if (!showing) {
                delimiterChosen.accept(change.getValue());
            }
        });
        charset.setEmptySelectionAllowed(true);
        delimiter.setEmptySelectionAllowed(true);
        add(charset, delimiter);
    }

    private String name(char delimiter) {
        return switch (delimiter) {
            case ',' -> getTranslation("invite.delimiter.comma");
            case ';' -> getTranslation("invite.delimiter.semicolon");
            case '\t' -> getTranslation("invite.delimiter.tab");
            case '|' -> getTranslation("invite.delimiter.pipe");
            default -> String.valueOf(delimiter);
        };
    }

    void show(ReadingDraft draft) {
        showing = true;
        offer(charset, Charsets.OFFERED, draft.charset());
        offer(delimiter, DELIMITERS, draft.delimiter());
        showing = false;
    }

    /** What was chosen elsewhere is among the offered ones, too. */
    private static <T> void offer(Select<T> field, List<T> offered, @Nullable T chosen) {
        if (chosen != null) {
            Set<T> all = new LinkedHashSet<>(offered);
            if (all.add(chosen)) {
                field.setItems(all);
            }
        }
        field.setValue(chosen);
    }

    void show(FileSample sample) {
        Charset read = sample.charset();
        Character cut = sample.delimiter();
        detected(charset, read == null ? null : read.displayName());
        detected(delimiter, cut == null ? null : name(cut));
    }

    private <T> void detected(Select<T> field, @Nullable String found) {
        String caption = found == null || !field.isEmpty()
                ? getTranslation("invite.reading.detect")
                : getTranslation("invite.reading.detected", found);
        if (!caption.equals(field.getEmptySelectionCaption())) {
            field.setEmptySelectionCaption(caption);
        }
    }
}
