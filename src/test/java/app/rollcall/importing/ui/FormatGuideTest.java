package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.Template;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a person is told about the format before there is a file. */
class FormatGuideTest extends ImportPanelScene {

    @BeforeEach
    void theGuide() {
        UI.getCurrent().removeAll();
        new FormatGuide().open();
    }

    @Test
    @DisplayName(
            "OM-37 The format guide lists every column with what it is for and an example, and of which there must be one")
    void columns() {
        String guide = text(LocatorJ._get(FormatGuide.class));

        for (Column column : Column.values()) {
            boolean among = column.reference() && column != Column.REF1 && column != Column.REF10;
            assertThat(guide).contains(among ? "ref1 … ref10" : column.heading(), column.example());
        }
        assertThat(guide)
                .contains("emailOne of four at least", "usernameOne of four at least")
                .contains("The language the person is written to in", "A list makes nobody more than that");
        assertThat(guide).doesNotContain("importing.column");
    }

    @Test
    @DisplayName("OM-38 The official template is there to download, every column in it")
    void template() {
        Anchor link = LocatorJ._get(Anchor.class, spec -> spec.withId("guide-template"));

        assertThat(DownloadKt._download(link)).isEqualTo(Template.csv());
    }
}
