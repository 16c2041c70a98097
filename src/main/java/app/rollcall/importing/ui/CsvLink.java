package app.rollcall.importing.ui;

import app.rollcall.importing.csv.StrictSample;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;

/** A CSV file to download. */
final class CsvLink extends Anchor {

    CsvLink(String id, String words, String fileName, byte[] file) {
        super(
                DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                        new ByteArrayInputStream(file), fileName, "text/csv;charset=utf-8", file.length)),
                words);
        setId(id);
        addClassNames("u", "xs");
    }

    /** The sample whose headings a strict reading asks for (MA-12). */
    static CsvLink sample(Component words) {
        return new CsvLink(
                "strict-sample",
                words.getTranslation("invite.reading.strict.sample"),
                "rollcall-sample.csv",
                StrictSample.csv());
    }
}
