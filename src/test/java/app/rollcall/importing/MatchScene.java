package app.rollcall.importing;

import app.rollcall.job.Fence;
import app.rollcall.live.JobState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that meet people who are here already, and how they are applied. */
abstract class MatchScene extends ImportScene {

    private static final String WHO = "email,first_name,last_name,employee_id,phone,categories,item_type,item_id\n";

    @Autowired
    private ImportWork work;

    protected static byte[] people(String... rows) {
        return (WHO + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    protected ImportId chosen(byte[] file, Matching.Mode mode) {
        return chosen(file, new Matching(Matching.DEFAULT.by(), mode, false, false));
    }

    protected ImportId chosen(byte[] file, Matching matching) {
        ImportId id = listed(file).id();
        Options now = imports.find(admin, id).block().options();
        imports.choose(
                        admin,
                        id,
                        new Options(
                                now.invitations(),
                                now.required(),
                                now.dueOn(),
                                now.message(),
                                now.expiresDays(),
                                matching))
                .block();
        return id;
    }

    /** Has rows say more than their columns, as a file with more columns does. */
    protected void says(int line, String fields) {
        database.run("UPDATE import_row SET fields = coalesce(fields, '{}') || ?::jsonb WHERE line = ?", fields, line);
        database.run("UPDATE import_source SET read_columns = read_columns || '{ref1,ref2,status}'");
    }

    protected Import run(ImportId id) {
        checked(id);
        return applied(id);
    }

    /** Applies a checked list on ground that moves between the second look and the first chunk. */
    protected Import runAfter(ImportId id, Runnable meanwhile) {
        checked(id);
        database.run(
                "UPDATE job SET state = 'running', step = 'applying', run = run + 1, done = 0, total = (SELECT rows FROM import)");
        meanwhile.run();
        work.resume(new Fence(id.job(), (int) database.number("SELECT run FROM job")), Step.APPLYING.code())
                .block();
        return reaches(id, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
    }

    protected long known(String email, String employeeId) {
        long id = database.learner(email, "Anna", "Berg");
        database.run("UPDATE person SET employee_id = ? WHERE id = ?", employeeId, id);
        return id;
    }

    protected String person(long id, String columns) {
        return database.text("SELECT concat_ws('|', " + columns + ") FROM person WHERE id = ?", id);
    }

    protected String states() {
        return database.text("SELECT string_agg(state, ' ' ORDER BY row_no) FROM import_row");
    }

    protected static List<Long> rows(Import over) {
        return List.of(
                over.imported(), over.updated(), over.skipped(), over.job().failed());
    }
}
