package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was kept of an import goes in its time; what it came to stays. */
class ImportRetentionTest extends ImportScene {

    private static final String BAD = "c.example.org,Cy,C,course,GDPR-101";

    @Autowired
    private ImportRetention retention;

    @Test
    @DisplayName(
            "Files go after 30 days and rows after a year; counts and history stay, and what is not over is left alone")
    void goes() {
        ImportId young = applied(staged(file("a@example.org,Ana,A,course,FIRE-2026", BAD))
                        .id())
                .id();
        ImportId month = applied(
                        staged(file("b@example.org,Bo,B,course,FIRE-2026", BAD)).id())
                .id();
        ImportId year = applied(
                        staged(file("d@example.org,Di,D,course,FIRE-2026", BAD)).id())
                .id();
        ImportId open = staged(file("e@example.org,Ed,E,course,FIRE-2026")).id();
        database.run("UPDATE job SET created_at = created_at - interval '3 years' WHERE id = ?", open.value());
        ended(month, "31 days");
        ended(year, "366 days");
        retention.run().block();

        assertThat(kept(young)).isEqualTo("1 file, 2 rows, 1 findings, 2 addresses");
        assertThat(kept(month)).isEqualTo("0 file, 2 rows, 1 findings, 2 addresses");
        assertThat(kept(year)).isEqualTo("0 file, 0 rows, 0 findings, 0 addresses");
        assertThat(kept(open)).isEqualTo("1 file, 1 rows, 0 findings, 1 addresses");
        assertThat(Objects.requireNonNull(imports.find(admin, year).block()))
                .returns(2L, Import::rows)
                .returns(1L, Import::successful)
                .returns(1L, Import::enrolled)
                .returns(false, Import::rowsKept);
        assertThat(imports.failed(admin, year, 0, 10).block()).isEmpty();
        assertThat(count("person WHERE learner")).isEqualTo(3);
    }

    private void ended(ImportId id, String ago) {
        database.run("UPDATE job SET finished_at = now() - ?::interval WHERE id = ?", ago, id.value());
    }

    private String kept(ImportId id) {
        return database.text("""
                SELECT (SELECT count(*) FROM import_file_part WHERE import_id = i.job_id) || ' file, '
                  || (SELECT count(*) FROM import_row WHERE import_id = i.job_id) || ' rows, '
                  || (SELECT count(*) FROM import_finding WHERE import_id = i.job_id) || ' findings, '
                  || (SELECT count(*) FROM import_email WHERE import_id = i.job_id) || ' addresses' FROM import i WHERE job_id = ?
                """, id.value());
    }
}
