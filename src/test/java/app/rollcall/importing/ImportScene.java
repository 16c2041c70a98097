package app.rollcall.importing;

import static org.awaitility.Awaitility.await;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An organisation with an admin, the items that the sample file names, and the whole way of an import. */
@RollcallTest
abstract class ImportScene {

    private static final int ALL = 1_000;

    @Autowired
    protected TestDatabase database;

    @Autowired
    protected Imports imports;

    @Autowired
    protected ImportRows rows;

    protected Actor admin;

    @BeforeEach
    void anAdminAndItems() {
        database.reset();
        admin = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.course("FIRE-2026", "Fire safety");
        database.course("GDPR-101", "Data protection");
        database.product("ONB-BASIC", "Onboarding");
        database.product("FIELD-KIT", "Field kit");
        database.run("UPDATE course SET status = 'archived' WHERE id = ?", database.course("OLD-2019", "Old safety"));
    }

    protected static byte[] sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(ImportScene.class.getResourceAsStream("sample.csv"))) {
            return in.readAllBytes();
        }
    }

    /** A file of these rows under the usual headings. */
    protected static byte[] file(String... rows) {
        return ("email,first_name,last_name,item_type,item_id\n" + String.join("\n", rows) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    protected ImportId upload(Actor actor, byte[] file) {
        return Objects.requireNonNull(
                imports.upload(actor, UUID.randomUUID(), "list.csv", Flux.just(ByteBuffer.wrap(file)))
                        .block());
    }

    protected static ImportProperties properties(DataSize file, Duration uploadIdle, int chunkRows) {
        return new ImportProperties(
                file,
                1_000,
                DataSize.ofKilobytes(64),
                uploadIdle,
                chunkRows,
                50,
                Duration.ofDays(30),
                Duration.ofDays(365));
    }

    /** Uploads and waits until the rows are in the list. */
    protected Import listed(byte[] file) {
        return reaches(upload(admin, file), Step.ADDING);
    }

    /** Uploads, has the list checked, and waits for the review. */
    protected Import staged(byte[] file) {
        return checked(listed(file).id());
    }

    /** Has the list checked and waits for the review. */
    protected Import checked(ImportId id) {
        imports.validate(admin, id).block();
        return reaches(id, Step.CHECKING);
    }

    /** Confirms what is there to see. */
    protected Mono<Void> confirmed(Actor actor, ImportId id, OnError onError) {
        return imports.find(admin, id)
                .map(Import::version)
                .defaultIfEmpty(0)
                .flatMap(version -> imports.confirm(actor, id, onError, version));
    }

    /** Confirms and waits for the end. */
    protected Import applied(ImportId id) {
        confirmed(admin, id, OnError.SKIP_ROWS).block();
        return reaches(id, JobState.COMPLETED, JobState.COMPLETED_WITH_ERRORS);
    }

    /** Waits until the list stands there and waits for a person. */
    protected Import reaches(ImportId id, Step step) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> imports.find(admin, id).block(),
                        now -> now != null && now.job().state() == JobState.REVIEW && now.step() == step);
    }

    protected Import reaches(ImportId id, JobState... states) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(25))
                .until(
                        () -> imports.find(admin, id).block(),
                        now -> now != null && List.of(states).contains(now.job().state()));
    }

    /** The rows of the addresses that the filter shows, in the list's order. */
    protected List<ReviewRow> rows(ImportId id, ReviewFilter filter) {
        return Objects.requireNonNull(rows.groups(admin, id, filter, 0, ALL)
                .flatMapIterable(groups -> groups)
                .flatMapIterable(EmailGroup::lines)
                .sort(Comparator.comparingInt(ReviewRow::rowNo))
                .collectList()
                .block());
    }

    /** What the check found, as "severity reason" of each line that has a finding. */
    protected Map<Integer, List<String>> findings(ImportId id) {
        return rows(id, ReviewFilter.ALL).stream()
                .filter(row -> !row.findings().isEmpty())
                .collect(Collectors.toMap(
                        ReviewRow::line,
                        row -> row.findings().stream()
                                .map(finding -> finding.severity().code() + " " + finding.reason())
                                .toList()));
    }

    /** The rows that failed, as "line address reason". */
    protected List<String> failures(ImportId id) {
        return Objects.requireNonNull(imports.failed(admin, id, 0, ALL).block()).stream()
                .map(row -> row.line() + " " + row.email() + " " + row.finding().reason())
                .toList();
    }

    protected long count(String table) {
        return database.number("SELECT count(*) FROM " + table);
    }
}
