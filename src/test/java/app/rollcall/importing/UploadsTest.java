package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.rollcall.audit.Audit;
import app.rollcall.job.Jobs;
import app.rollcall.live.JobState;
import app.rollcall.security.Rights;
import app.rollcall.ui.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** The bytes on their way in. */
class UploadsTest extends ImportScene {

    private static final int SLICE = 64 * 1024;

    @Autowired
    private DatabaseClient client;

    @Autowired
    private ImportSources sources;

    @Autowired
    private ImportQuery query;

    @Autowired
    private BrokenUploads brokenUploads;

    @Autowired
    private ImportGate gate;

    @Autowired
    private ImportGroups groups;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Audit audit;

    @Autowired
    private Rights rights;

    @Autowired
    private TransactionalOperator transaction;

    @Test
    @DisplayName("Case 19 A broken upload leaves nothing")
    void broken() {
        Flux<ByteBuffer> bytes = Flux.range(0, 40)
                .map(_ -> ByteBuffer.allocate(SLICE))
                .concatWith(Flux.error(new IOException("connection reset")));

        assertThatThrownBy(() -> imports.upload(admin, UUID.randomUUID(), "list.csv", bytes)
                        .block())
                .hasRootCauseMessage("connection reset");
        assertNothingLeft();
    }

    @Test
    @DisplayName("Case 19 An upload that is stopped by its thread leaves nothing")
    void stopped() {
        Sinks.Many<ByteBuffer> bytes = Sinks.many().unicast().onBackpressureBuffer();
        Disposable upload = imports.upload(admin, UUID.randomUUID(), "list.csv", bytes.asFlux())
                .subscribe();
        for (int slice = 0; slice < 20; slice++) {
            bytes.tryEmitNext(ByteBuffer.allocate(SLICE));
        }
        await().until(() -> count("import_file_part") == 1);
        upload.dispose();

        await().untilAsserted(this::assertNothingLeft);
    }

    @Test
    @DisplayName("R12, case 20 Uploads with one request key are one import, also when they come at once")
    void oneKey() {
        byte[] file = file("a@example.org,A,A,,");
        for (int round = 0; round < 10; round++) {
            UUID key = UUID.randomUUID();
            List<ImportId> ids = Flux.range(0, 4)
                    .flatMap(_ -> imports.upload(admin, key, "list.csv", Flux.just(ByteBuffer.wrap(file)))
                            .subscribeOn(Schedulers.parallel()))
                    .collectList()
                    .block();
            assertThat(ids).hasSize(4).containsOnly(Objects.requireNonNull(ids).getFirst());
            assertThat(imports.upload(admin, key, "list.csv", Flux.empty()).block())
                    .isEqualTo(ids.getFirst());
            assertThat(reaches(ids.getFirst(), JobState.REVIEW).rows()).isEqualTo(1);
        }
        assertThat(count("job")).isEqualTo(10);
        assertThat(count("import_file_part")).isEqualTo(10);
    }

    @Test
    @DisplayName("Case 17 A file over the limit is refused while it arrives, and leaves nothing")
    void overTheLimit() {
        ImportStart limited = start(properties(DataSize.ofMegabytes(2), Duration.ofMinutes(5), 1_000));
        Flux<ByteBuffer> endless = Flux.generate(sink -> sink.next(ByteBuffer.allocate(SLICE)));

        assertThatThrownBy(() -> limited.received(
                                admin, UUID.randomUUID(), Source.Kind.FILE, "list.csv", endless, Beforehand.NOTHING)
                        .block())
                .isInstanceOf(TooLarge.class);
        assertNothingLeft();
    }

    @Test
    @DisplayName("R12 An upload whose node died counts as broken off once nothing arrives: the same key begins anew")
    void nodeDied() {
        UUID key = UUID.randomUUID();
        Sinks.Many<ByteBuffer> dead = Sinks.many().unicast().onBackpressureBuffer();
        List<Throwable> woken = new CopyOnWriteArrayList<>();
        imports.upload(admin, key, "list.csv", dead.asFlux()).subscribe(_ -> {}, woken::add);
        await().until(() -> count("import_source") == 1);
        ImportId first = new ImportId(database.number("SELECT id FROM job"));
        ByteBuffer good = ByteBuffer.wrap(file("a@example.org,A,A,,"));

        nothingArrivesFor("4 minutes");
        assertThat(imports.upload(admin, key, "list.csv", Flux.just(good)).block())
                .as("it may still be under way")
                .isEqualTo(first);
        assertThat(state(first)).isEqualTo(Source.State.UPLOADING);

        nothingArrivesFor("2 minutes");
        assertThat(state(first)).isEqualTo(Source.State.BROKEN_OFF);
        ImportId second =
                imports.upload(admin, key, "list.csv", Flux.just(good)).block();
        assertThat(second).isNotEqualTo(first);
        assertThat(imports.find(admin, first).block()).isNull();

        dead.tryEmitNext(ByteBuffer.allocate(SLICE));
        dead.tryEmitComplete();
        await().until(() -> !woken.isEmpty());
        assertThat(woken).singleElement().isInstanceOf(BrokenOff.class);
        assertThat(reaches(Objects.requireNonNull(second), JobState.REVIEW).rows())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "A broken file in a list is told as such, and one that comes in its place is not spoilt by what wakes up")
    void nodeDiedInList() {
        ImportId list = listed(file("a@example.org,A,A,,")).id();
        UUID key = UUID.randomUUID();
        Sinks.Many<ByteBuffer> dead = Sinks.many().unicast().onBackpressureBuffer();
        List<Throwable> woken = new CopyOnWriteArrayList<>();
        imports.append(admin, list, key, Source.Kind.FILE, "more.csv", dead.asFlux())
                .subscribe(_ -> {}, woken::add);
        await().until(() -> count("import_source") == 2);
        nothingArrivesFor("6 minutes");
        assertThat(state(list)).isEqualTo(Source.State.BROKEN_OFF);

        Flux<ByteBuffer> good = Flux.just(ByteBuffer.wrap(file("b@example.org,B,B,,")));
        imports.append(admin, list, key, Source.Kind.FILE, "more.csv", good).block();
        await().until(() -> reaches(list, Step.ADDING).rows() == 2);
        dead.tryEmitNext(ByteBuffer.wrap(file("c@example.org,C,C,,")));
        dead.tryEmitComplete();
        await().until(() -> !woken.isEmpty());
        assertThat(woken).singleElement().isInstanceOf(BrokenOff.class);
        assertThat(reaches(list, Step.ADDING).sources())
                .extracting(Source::state)
                .containsExactly(Source.State.READ, Source.State.READ);
    }

    @Test
    @DisplayName("Bytes that come slowly are progress long before they make a part of the file")
    void slow() {
        Sinks.Many<ByteBuffer> slow = Sinks.many().unicast().onBackpressureBuffer();
        start(properties(DataSize.ofMegabytes(2), Duration.ofMillis(50), 1_000))
                .received(admin, UUID.randomUUID(), Source.Kind.FILE, "list.csv", slow.asFlux(), Beforehand.NOTHING)
                .subscribe(_ -> {}, _ -> {});
        await().until(() -> count("import_source") == 1);
        nothingArrivesFor("6 minutes");
        await().until(() -> {
            slow.tryEmitNext(ByteBuffer.allocate(1));
            return count("import_source WHERE arrived_at > clock_timestamp() - interval '1 minute'") == 1;
        });
        assertThat(count("import_file_part")).isZero();
        slow.tryEmitError(new IOException("enough"));
        await().untilAsserted(this::assertNothingLeft);
    }

    private void nothingArrivesFor(String interval) {
        database.run("UPDATE import_source SET arrived_at = arrived_at - interval '" + interval
                + "' WHERE state = 'uploading'");
    }

    private Source.State state(ImportId id) {
        return Objects.requireNonNull(imports.find(admin, id).block())
                .sources()
                .getLast()
                .state();
    }

    private ImportStart start(ImportProperties properties) {
        ImportFiles files = new ImportFiles(client, properties);
        Uploads uploads = new Uploads(query, sources, brokenUploads, files, gate, jobs, audit, transaction);
        return new ImportStart(query, brokenUploads, uploads, groups, rows, jobs, rights, transaction);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "email,first_name\\n|no_rows",
                "name,town\\nAna,Oslo\\n|email_column_missing",
                "email,email\\na@example.org,b@example.org\\n|heading_twice",
                "ana@example.org,Ana\\nbo@example.org,Bo\\n|header_missing",
                "PK\\3\\4xl/workbook.xml|excel_workbook"
            })
    @DisplayName("A refused file ends its job, with a reason that is a sentence")
    void refused(String content, String code) {
        ImportId id = upload(admin, content.translateEscapes().getBytes(StandardCharsets.UTF_8));
        Import refused = reaches(id, JobState.FAILED);

        FileRefused reason = FileRefused.of(Objects.requireNonNull(refused.job().reason()));
        assertThat(reason.code()).isEqualTo(code);
        assertThat(new Texts()
                        .getTranslation(
                                "importing.refused." + code,
                                Locale.ENGLISH,
                                reason.arguments().toArray()))
                .doesNotContain("{", "importing.")
                .endsWith(".");
        assertThat(refused.job().finishedAt()).isNotNull();
        assertThat(count("import_row")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\me\\list.csv, list.csv",
        "../../etc/passwd, passwd",
        "'  ', list.csv",
        "a\u202Egpj.csv, agpj.csv",
        "<img src=x onerror=alert(1)>.csv, <img src=x onerror=alert(1)>.csv",
        "'\"Autumn\" 🎉.csv', '\"Autumn\" 🎉.csv'"
    })
    @DisplayName("Case 22 A file's name is text to show, never a path")
    void names(String given, String shown) {
        ImportId id = imports.upload(admin, UUID.randomUUID(), given, Flux.just(ByteBuffer.wrap(file("a@x.org,,,,"))))
                .block();

        assertThat(reaches(Objects.requireNonNull(id), JobState.REVIEW).fileName())
                .isEqualTo(shown);
    }

    @Test
    @DisplayName("Case 22 A file's name of 300 characters is shortened, and says so")
    void longName() {
        ImportId id = imports.upload(
                        admin, UUID.randomUUID(), "n".repeat(300), Flux.just(ByteBuffer.wrap(file("a@x.org,,,,"))))
                .block();

        assertThat(reaches(Objects.requireNonNull(id), JobState.REVIEW).fileName())
                .isEqualTo("n".repeat(200) + "…");
    }

    private void assertNothingLeft() {
        assertThat(count("job")).isZero();
        assertThat(count("import")).isZero();
        assertThat(count("import_file_part")).isZero();
        assertThat(count("audit_entry")).isZero();
    }
}
