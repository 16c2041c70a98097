package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.StatusFilter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportPeopleTest extends ImportScene {

    @Autowired
    private Directory directory;

    @Test
    @DisplayName(
            "The directory can be narrowed to the people of one import: those who are new and those who were enrolled")
    void people() {
        database.learner("here@example.org", "He", "Re");
        database.learner("other@example.org", "Ot", "Her");
        ImportId id = applied(staged(file(
                                "here@example.org,He,Re,course,FIRE-2026",
                                "a@example.org,Ana,A,course,FIRE-2026",
                                "c.example.org,Cy,C,course,GDPR-101"))
                        .id())
                .id();
        applied(staged(file("b@example.org,Bo,B,course,FIRE-2026")).id());

        assertThat(found("", StatusFilter.ALL, id)).containsExactlyInAnyOrder("a@example.org", "here@example.org");
        assertThat(found("ana", StatusFilter.ALL, id)).containsExactly("a@example.org");
        assertThat(found("", StatusFilter.ACTIVE, id)).containsExactly("here@example.org");
        assertThat(Objects.requireNonNull(directory
                                .counts(admin, new LearnerFilter("", StatusFilter.ALL, id.value()))
                                .block())
                        .of(StatusFilter.ALL))
                .isEqualTo(2);
    }

    private List<String> found(String search, StatusFilter status, ImportId id) {
        return Objects.requireNonNull(directory
                        .page(admin, new LearnerFilter(search, status, id.value()), LearnerOrder.NAME, 0, 10)
                        .block())
                .stream()
                .map(LearnerRow::email)
                .toList();
    }
}
