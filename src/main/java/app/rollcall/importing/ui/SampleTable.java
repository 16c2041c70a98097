package app.rollcall.importing.ui;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.FileSample.FileColumn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first rows of a file as they would be read, and over each column what it is read as. */
final class SampleTable extends Div {

    private final NativeTableHeader head = new NativeTableHeader();
    private final NativeTableBody body = new NativeTableBody();
    private final List<MeaningField> meanings = new ArrayList<>();
    private final transient Picked picked;
    private transient List<String> headings = List.of();

    /** Told when a person says what a column is. */
    @FunctionalInterface
    interface Picked {

        /** @param at counted from 0 */
        void pick(int at, @Nullable Column meaning);
    }

    SampleTable(Picked picked) {
        this.picked = picked;
        setId("sample");
        addClassName("sample");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("invite.reading.sample"));
        getElement().setAttribute("tabindex", "0");
        NativeTable table = new NativeTable();
        table.add(head, body);
        add(table);
    }

    void show(FileSample sample, ReadingDraft draft) {
        List<String> now = sample.columns().stream().map(FileColumn::heading).toList();
        if (!now.equals(headings)) {
            // Otherwise the fields stay, for one of them may have the focus.
            headings = now;
            layHead(sample.columns());
        }
        for (int at = 0; at < meanings.size(); at++) {
            meaning(sample, draft, at);
        }
        body.removeAll();
        sample.rows().forEach(cells -> body.add(row(cells)));
        setVisible(!now.isEmpty());
    }

    private void layHead(List<FileColumn> columns) {
        head.removeAll();
        meanings.clear();
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            MeaningField meaning = new MeaningField(at, columns.get(at), said -> picked.pick(at, said.column()));
            meanings.add(meaning);
            Span heading = ImportWords.cut(columns.get(at).heading(), "mono");
            NativeTableHeaderCell cell = new NativeTableHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.add(meaning, heading);
            row.add(cell);
        }
        head.add(row);
    }

    private void meaning(FileSample sample, ReadingDraft draft, int at) {
        FileColumn column = sample.columns().get(at);
        // What a refused file would be read as is not in its sample.
        Optional<Pick> said = draft.strict() ? Optional.empty() : draft.said(at, column.heading());
        boolean undecided = said.isEmpty()
                && sample.refused() != null
                && column.column() == null
                && column.guess() != null
                && !draft.strict();
        Column read = said.isPresent() ? said.get().column() : column.column();
        MeaningField field = meanings.get(at);
        field.show(read, column.guess(), undecided);
        field.setReadOnly(draft.strict());
    }

    private static NativeTableRow row(List<String> cells) {
        NativeTableRow row = new NativeTableRow();
        for (String cell : cells) {
            NativeTableCell place = new NativeTableCell();
            place.add(ImportWords.cut(cell, "cell"));
            row.add(place);
        }
        return row;
    }
}
