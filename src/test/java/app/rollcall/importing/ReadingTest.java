package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.importing.csv.Column;
import app.rollcall.importing.csv.ColumnChoice;
import app.rollcall.importing.csv.ColumnChoice.Pick;
import app.rollcall.importing.csv.DialectChoice;
import app.rollcall.importing.csv.FileSample;
import app.rollcall.importing.csv.Preset;
import app.rollcall.importing.csv.ReadingChoice;
import app.rollcall.live.JobState;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** How a file is read, as a person may choose it, and what becomes of all its columns. */
class ReadingTest extends ImportScene {

    @Autowired
    private ReadingPresets presets;

    @Test
    @DisplayName(
            "Case 9 A file that was decoded wrongly is read anew in the charset that a person chooses by its sample")
    void reread() {
        byte[] polish = "email;first_name;last_name\nzosia@example.org;Zo\u015bka;\u017b\u00f3\u0142w\n"
                .getBytes(Charset.forName("windows-1250"));
        ImportId id = upload(admin, polish);
        Import first = reaches(id, JobState.REVIEW, JobState.FAILED);
        ReadingChoice choice = new ReadingChoice(new DialectChoice(Charset.forName("windows-1250"), null), null);
        FileSample sample =
                Objects.requireNonNull(imports.sample(admin, id, 1, choice).block());
        assertThat(sample.rows()).containsExactly(List.of("zosia@example.org", "Zo\u015bka", "\u017b\u00f3\u0142w"));

        imports.reread(admin, id, 1, choice).block();
        Import read = reaches(id, Step.ADDING);
        assertThat(first.sources()).hasSize(1);
        assertThat(read.sources().getFirst().charset()).isEqualTo("windows-1250");
        assertThat(read.rows()).isEqualTo(1);
        assertThat(imports.choice(admin, id, 1).block()).isEqualTo(choice);
        assertThat(database.text("SELECT last_name FROM import_row")).isEqualTo("\u017b\u00f3\u0142w");
    }

    @Test
    @DisplayName(
            "Case 51 A localised heading is refused with an offer; chosen by a person, it is read, though its list had failed")
    void localised() {
        ImportId id = upload(admin, "email,Nachname\na@example.org,Berg\n".getBytes(StandardCharsets.UTF_8));
        assertThat(FileRefused.of(Objects.requireNonNull(
                                reaches(id, JobState.FAILED).job().reason()))
                        .code())
                .isEqualTo("heading_localised");
        FileSample sample = Objects.requireNonNull(
                imports.sample(admin, id, 1, ReadingChoice.DETECT).block());
        assertThat(sample.columns()).extracting(FileSample.FileColumn::guess).containsExactly(null, Column.LAST_NAME);

        imports.reread(
                        admin,
                        id,
                        1,
                        new ReadingChoice(
                                DialectChoice.DETECT,
                                ColumnChoice.of(List.of(Pick.named("Nachname", Column.LAST_NAME)))))
                .block();
        assertThat(reaches(id, Step.ADDING).rows()).isEqualTo(1);
        assertThat(database.text("SELECT last_name FROM import_row")).isEqualTo("Berg");
    }

    @Test
    @DisplayName(
            "MA-11 In strict mode a file whose headings are not the sample's is refused with what is missing, extra, mis-spelt")
    void strict() {
        ImportId id = listed("email,Employee Id\na@example.org,7\n".getBytes(StandardCharsets.UTF_8))
                .id();
        imports.reread(admin, id, 1, new ReadingChoice(DialectChoice.DETECT, ColumnChoice.STRICT))
                .block();

        FileRefused refused = FileRefused.of(
                Objects.requireNonNull(reaches(id, JobState.FAILED).job().reason()));
        assertThat(refused.code()).isEqualTo("headings_not_sample");
        assertThat(String.join(" ", refused.arguments())).contains("Session ID");
    }

    @Test
    @DisplayName("A file of another system is recognised by its headings, and what is ignored of it is told (case 48)")
    void preset() {
        Import list = listed(("username,firstname,lastname,email,course1,auth\n"
                        + "zoe,Zo\u00eb,Faure,zoe@example.org,FIRE-2026,manual\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(list.sources().getFirst().preset()).isEqualTo(Preset.MOODLE);
        assertThat(list.sources().getFirst().ignored()).contains("auth");
        assertThat(checked(list.id()).valid()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "What a file says of a new person is kept: IDs with their zeros, address, categories; of an enrolment, when it is due")
    void fields() {
        database.run(
                "INSERT INTO organisation (name, time_zone) VALUES ('Northwind', 'Europe/Oslo') ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone");
        ImportId id = staged(
                        ("email,employee_id,phone,city,timezone,categories,item_type,item_id,requirement,due_date,message\n"
                                        + "ana@example.org,00042,+47 55,Bergen,Europe/Oslo,Night shift|Sales,course,FIRE-2026,Required,2026-12-31,Hello\n"
                                        + "bo@example.org,,,,,Sales,course,GDPR-101,,2026-12-31T10:00+02:00,\n"
                                        + "cy@example.org,,,,,,course,GDPR-101,,,\n")
                                .getBytes(StandardCharsets.UTF_8))
                .id();
        imports.choose(
                        admin,
                        id,
                        new Options(
                                Options.Invitations.NOW,
                                true,
                                LocalDate.of(2027, 3, 1),
                                "Welcome",
                                14,
                                Matching.DEFAULT))
                .block();
        applied(id);

        assertThat(
                        database.text(
                                "SELECT employee_id || ' ' || phone || ' ' || city || ' ' || time_zone FROM person WHERE email = 'ana@example.org'"))
                .isEqualTo("00042 +47 55 Bergen Europe/Oslo");
        assertThat(database.text("""
                SELECT string_agg(p.first_name || split_part(p.email::text, '@', 1) || ':' || c.name, ' ' ORDER BY p.email, c.name)
                FROM person_category x JOIN person p ON p.id = x.person_id JOIN category c ON c.id = x.category_id""")).isEqualTo("ana:Night shift ana:Sales bo:Sales");
        assertThat(database.text("""
                SELECT string_agg(requirement || ' ' || coalesce(to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), '-') || ' ' || coalesce(message, '-'),
                  ', ' ORDER BY (SELECT email FROM person p WHERE p.id = person_id)) FROM enrolment"""))
                .isEqualTo("required 2026-12-31 22:59 Hello, required 2026-12-31 08:00 -, required 2027-03-01 22:59 -");
        assertThat(
                        database.number(
                                "SELECT count(*) FROM invitation WHERE message = 'Welcome' AND expires_at BETWEEN now() + interval '13 days' AND now() + interval '14 days'"))
                .isEqualTo(3);
    }

    @Test
    @DisplayName("Invitations later wait for somebody to send them; with none, people are made and nobody is invited")
    void invitationsLaterOrNever() {
        ImportId later = staged(file("a@example.org,A,A,,")).id();
        imports.choose(admin, later, new Options(Options.Invitations.LATER, false, null, null, null, Matching.DEFAULT))
                .block();
        assertThat(applied(later).invited()).isEqualTo(1);
        assertThat(count("invitation WHERE state = 'queued' AND send_after = 'infinity' AND batch = " + later.value()))
                .isEqualTo(1);

        ImportId none = staged(file("b@example.org,B,B,course,FIRE-2026")).id();
        imports.choose(admin, none, new Options(Options.Invitations.NONE, false, null, null, null, Matching.DEFAULT))
                .block();
        Import over = applied(none);
        assertThat(List.of(over.invited(), over.enrolled(), over.imported())).containsExactly(0L, 1L, 1L);
        assertThat(count("invitation")).isEqualTo(1);
    }

    @Test
    @DisplayName("Case 73 IDs that are somebody else's, or given twice, are errors; the person's own is none")
    void takenIds() {
        database.run(
                "UPDATE person SET employee_id = '00042' WHERE id = ?", database.learner("own@example.org", "O", "Wn"));
        ImportId id = staged(("email,employee_id,username\n"
                                + "own@example.org,00042,\n"
                                + "new@example.org,00042,\n"
                                + "x@example.org,7,x\n"
                                + "y@example.org,8,x\n"
                                + "x@example.org,7,x\n")
                        .getBytes(StandardCharsets.UTF_8))
                .id();

        assertThat(findings(id).get(3)).containsExactly("warning other_address");
        assertThat(findings(id).get(5)).containsExactly("error person_username_taken");
        assertThat(findings(id).get(6)).containsExactly("error duplicate");
        assertThat(findings(id)).doesNotContainKeys(2, 4);
    }

    @Test
    @DisplayName("A changed cell keeps what else is wrong with its row")
    void staysWrong() {
        ImportId id = staged(("email,due_date\na@example.org,11/12/2026\nb@example.org,2026-12-31,too,many\n")
                        .getBytes(StandardCharsets.UTF_8))
                .id();
        rows.change(admin, id, 1, Column.EMAIL, "c@example.org").block();
        rows.change(admin, id, 2, Column.EMAIL, "d@example.org").block();

        assertThat(findings(id).get(2)).hasSize(1).first().asString().contains("date");
        assertThat(findings(id).get(3)).containsExactly("error too_many_columns");
        assertThatThrownBy(
                        () -> imports.reread(admin, id, 1, ReadingChoice.DETECT).block())
                .as("not while it is checked")
                .isInstanceOf(NotInList.class);
    }

    @Test
    @DisplayName("Case 4 Pasted addresses, one in a line, are read without asking; in a file the same is refused")
    void bareAddresses() {
        byte[] bare = "ana@example.org\nbo@example.org\n".getBytes(StandardCharsets.UTF_8);
        ImportId pasted = Objects.requireNonNull(
                imports.paste(admin, UUID.randomUUID(), "Pasted", Flux.just(ByteBuffer.wrap(bare)), Beforehand.NOTHING)
                        .block());
        assertThat(reaches(pasted, Step.ADDING).rows()).isEqualTo(2);
        assertThat(database.text("SELECT string_agg(email, ' ' ORDER BY row_no) FROM import_row"))
                .isEqualTo("ana@example.org bo@example.org");
        assertThat(imports.choice(admin, pasted, 1).block()).isEqualTo(ReadingChoice.DETECT);

        ImportId file = upload(admin, bare);
        assertThat(FileRefused.of(Objects.requireNonNull(
                                reaches(file, JobState.FAILED).job().reason()))
                        .code())
                .isEqualTo("header_missing");
    }

    @Test
    @DisplayName("C6 Rows of a file of enrolments are kept by the ID that says who they are about")
    void byId() {
        Import list =
                listed("course_id,user_id,role,status\nFIRE-2026,S-1,student,active\nFIRE-2026,S-2,teacher,active\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(list.sources().getFirst().preset()).isEqualTo(Preset.CANVAS_ENROLLMENTS);
        assertThat(database.text("""
                SELECT string_agg(staged_key(email, fields) || ' ' || item_id || coalesce(' ' || problem, ''), ', ' ORDER BY row_no) FROM import_row""")).isEqualTo("external_id:S-1 FIRE-2026, external_id:S-2 FIRE-2026 role_unknown");
        assertThat(database.text("SELECT array_to_string(read_columns, ' ') FROM import_source"))
                .isEqualTo("external_id role item_id");
    }

    @Test
    @DisplayName("A way of reading is kept under a name, for everybody who imports, until somebody deletes it")
    void presets() {
        ReadingChoice hr = new ReadingChoice(
                new DialectChoice(Charset.forName("windows-1250"), ';'),
                ColumnChoice.of(List.of(Pick.named("Nachname", Column.LAST_NAME), Pick.named("shoe size", null))));
        presets.save(admin, " HR export ", ReadingChoice.DETECT).block();
        presets.save(admin, "hr Export", hr).block();

        Actor service = Actors.withRole(database, Role.CUSTOMER_SERVICE, "Ida", "Lund");
        assertThat(presets.all(service).block()).containsExactly(new ReadingPreset("HR export", hr));
        presets.delete(service, "HR EXPORT").block();
        assertThat(presets.all(admin).block()).isEmpty();

        Actor author = Actors.withRole(database, Role.AUTHOR, "Au", "Thor");
        assertThatThrownBy(() -> presets.all(author).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> presets.save(author, "x", hr).block()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> presets.delete(author, "x").block()).isInstanceOf(Refused.class);
    }
}
