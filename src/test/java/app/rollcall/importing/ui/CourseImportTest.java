package app.rollcall.importing.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.importing.Import;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.OnError;
import app.rollcall.importing.Step;
import app.rollcall.live.JobState;
import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A list that is begun at a course, by the Import link of its Add Users. */
class CourseImportTest extends ImportPanelScene {

    private static final String SAMPLE = "Email ID,Employee ID,Due Date,Requirement,Session ID,Message\n";

    @BeforeEach
    void atTheCourse() {
        String[] address = ImportNavigation.ofCourse("FIRE-2026").split("\\?");
        UI.getCurrent().navigate(address[0], QueryParameters.fromString(address[1]));
    }

    @Test
    @DisplayName(
            "MA-10, MA-11, MA-12 A file in the sample's headings enrols everybody in the course that the list was begun at")
    void sample() {
        assertThat(text(LocatorJ._get(AddStep.class))).contains("Everybody in this list gets the course FIRE-2026");
        Anchor sample = LocatorJ._get(Anchor.class, spec -> spec.withId("strict-sample"));
        assertThat(new String(DownloadKt._download(sample), StandardCharsets.UTF_8))
                .contains(SAMPLE.strip());

        upload("a@example.org,,2099-12-31,required,,Welcome\nb@example.org,,,optional,,\nhere@example.org,,,,,\n");
        ImportId id = begun();
        reaches(id, Step.ADDING);
        assertThat(database.number(
                        "SELECT count(*) FROM import_row WHERE item_type = 'course' AND item_id = 'FIRE-2026'"))
                .isEqualTo(3);
        imports.validate(mira, id).block();
        reaches(id, Step.CHECKING);
        imports.confirm(mira, id, OnError.BLOCK, found(id).version()).block();
        until(() -> assertThat(found(id).job().state()).isEqualTo(JobState.COMPLETED));
        assertThat(database.text("""
                        SELECT string_agg(p.email || ' ' || e.requirement, ', ' ORDER BY p.email) FROM enrolment e JOIN person p ON p.id = e.person_id"""))
                .isEqualTo("a@example.org required, b@example.org optional, here@example.org optional");
    }

    @Test
    @DisplayName("MA-10 Rule C4: at a course, rows with errors are left out unless somebody chooses otherwise")
    void lenient() {
        upload("a@example.org,,,,,\nnot-an-address,,,,,\n");
        Import list = found(begun());
        assertThat(list.onError()).isEqualTo(OnError.SKIP_ROWS);
        assertThat(list.course()).isEqualTo("FIRE-2026");
    }

    @Test
    @DisplayName(
            "MA-11 Rule C6: other headings than the sample's are refused, each named, and can be read by meaning then")
    void otherHeadings() {
        UploadKt._upload(
                LocatorJ._get(Upload.class),
                "list.csv",
                "E-mail,Name\na@example.org,Ana\n".getBytes(StandardCharsets.UTF_8));
        until(() -> LocatorJ._assertOne(FailedStep.class));
        assertThat(text(LocatorJ._get(FailedStep.class))).contains("Employee ID", "Name");
    }

    @Test
    @DisplayName("MA-10 Who is typed into the list of a course gets it, unless something else is chosen for them")
    void typed() {
        LocatorJ._setValue(LocatorJ._get(TextField.class, spec -> spec.withId("email")), "typed@example.org");
        LocatorJ._click(button("add-to-list"));
        until(() -> LocatorJ._assertOne(StagedPart.class));
        until(() -> assertThat(row(0).itemId()).isEqualTo("FIRE-2026"));
    }

    private void upload(String rows) {
        UploadKt._upload(LocatorJ._get(Upload.class), "list.csv", (SAMPLE + rows).getBytes(StandardCharsets.UTF_8));
        until(() -> assertThat(database.number("SELECT count(*) FROM import WHERE rows > 0"))
                .isEqualTo(1));
    }

    private ImportId begun() {
        return new ImportId(database.number("SELECT job_id FROM import"));
    }
}
