package app.rollcall.importing.ui;

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
}
