package app.rollcall.importing;

import app.rollcall.audit.Audit;
import app.rollcall.job.Jobs;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.unit.DataSize;

/** A confirmed list in its first run, which no runner is at: the test is it, as many rows at a time as it likes. */
abstract class ChunkScene extends ImportScene {

    @Autowired
    protected Jobs jobs;

    @Autowired
    private ImportReading reading;

    @Autowired
    private ImportSources sources;

    @Autowired
    private ImportGroups groups;

    @Autowired
    private ImportQuery query;

    @Autowired
    private ImportList list;

    @Autowired
    private ImportCheck check;

    @Autowired
    private ImportChunk chunk;

    @Autowired
    private ImportAgain again;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionalOperator transaction;

    protected ImportWork work(int chunkRows) {
        ImportApplying applying = new ImportApplying(
                jobs,
                query,
                chunk,
                again,
                audit,
                transaction,
                properties(DataSize.ofMegabytes(1), Duration.ofMinutes(5), chunkRows));
        return new ImportWork(jobs, reading, sources, groups, query, list, check, applying, transaction);
    }

    /** Each row is somebody new, in the fire course. The fifth asks for one that does not exist. */
    protected ImportId confirmed(int rows) {
        long job = database.id(
                "INSERT INTO job (kind, title, state, step, run, total, created_by)"
                        + " VALUES ('import', 'list.csv', 'running', 'applying', 1, ?, ?) RETURNING id",
                rows,
                admin.id().value());
        database.run("INSERT INTO import (job_id, rows) VALUES (?, ?)", job, rows);
        database.run("""
                INSERT INTO import_row (import_id, source_no, row_no, line, email, first_name, last_name, item_type, item_id)
                SELECT ?, 1, i, i + 1, 'learner' || i || '@example.org', 'Lea', 'Rner', 'course',
                       CASE i WHEN 5 THEN 'NOWHERE' ELSE 'FIRE-2026' END FROM generate_series(1, ?) i
                """, job, rows);
        database.run(
                "INSERT INTO import_finding (import_id, row_no, severity, reason) VALUES (?, 5, 'error', 'item_unknown')",
                job);
        return new ImportId(job);
    }
}
