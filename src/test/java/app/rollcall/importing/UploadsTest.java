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
    private FailedQuery failures;

    @Autowired
    private ImportControl control;

    @Autowired
    private DatabaseClient client;

    @Autowired
    private ImportQuery query;

    @Autowired
    private ReviewQuery review;

    @Autowired
    private ImportSources sources;

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
        ImportProperties small = new ImportProperties(
                DataSize.ofMegabytes(2),
                1_000,
                DataSize.ofKilobytes(64),
                1_000,
                50,
                Duration.ofDays(30),
                Duration.ofDays(365));
        Imports limited = new Imports(
                query,
                review,
                failures,
                sources,
                new ImportFiles(client, small),
                gate,
                groups,
                rows,
                control,
                jobs,
                audit,
                rights,
                transaction);
        Flux<ByteBuffer> endless = Flux.generate(sink -> sink.next(ByteBuffer.allocate(SLICE)));

        assertThatThrownBy(() -> limited.upload(admin, UUID.randomUUID(), "list.csv", endless)
                        .block())
                .isInstanceOf(TooLarge.class);
        assertNothingLeft();
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
