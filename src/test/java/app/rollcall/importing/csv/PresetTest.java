package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as other systems write them. */
class PresetTest {

    private static Csv read(Preset preset, String text) {
        Csv csv = Csv.of(text);
        assertThat(csv.file().columns().preset()).isEqualTo(preset);
        return csv;
    }

    @Test
    @DisplayName(
            "C6 a Moodle file: ID number, city, language are read, each course is a row, the others are named as ignored")
    void moodle() {
        Csv csv = read(Preset.MOODLE, """
                username,password,firstname,lastname,email,idnumber,lang,timezone,cohort1,course1,role1,course2
                aberg,s3cret,Anna,Berg,a@x.org,00042,en_us,99,north,FIRE-2026,student,GDPR-101
                blee,s3cret,Bob,Lee,b@x.org,,,,,,,
                """);
        assertThat(csv.outcome()).containsExactly("2:", "2:", "3:");
        assertThat(csv.rows()).extracting(StagedRow::itemId).containsExactly("FIRE-2026", "GDPR-101", "");
        assertThat(csv.first())
                .isEqualTo(new StagedRow(
                        1,
                        2,
                        "a@x.org",
                        "Anna",
                        "Berg",
                        "course",
                        "FIRE-2026",
                        Map.of(Column.USERNAME, "aberg", Column.EXTERNAL_ID, "00042", Column.LOCALE, "en-US"),
                        null));
        assertThat(csv.file().columns().ignored()).containsExactly("password", "timezone", "cohort1", "role1");
    }

    @Test
    @DisplayName("C6 a TalentLMS file: each of its courses is a row")
    void talentLms() {
        Csv csv = read(Preset.TALENT_LMS, """
                Login;Firstname;Lastname;Email;Active;Language;Course;Course;Branch
                aberg;Anna;Berg;a@x.org;YES;de;C-1;C-2;north
                blee;Bob;Lee;b@x.org;NO;;;;
                """);
        assertThat(csv.outcome()).containsExactly("2:", "2:", "3:marked_as_gone");
        assertThat(csv.first().itemType() + csv.first().itemId()).isEqualTo("courseC-1");
        assertThat(csv.rows().get(1).itemId()).isEqualTo("C-2");
        assertThat(csv.first().fields()).isEqualTo(Map.of(Column.USERNAME, "aberg", Column.LOCALE, "de"));
        assertThat(csv.file().columns().ignored()).containsExactly("Active", "Branch");
    }

    @Test
    @DisplayName("C6 Canvas's users.csv")
    void canvas() {
        Csv csv = read(Preset.CANVAS_USERS, """
                user_id,integration_id,login_id,password,first_name,last_name,email,status
                S-1,,aberg,,Anna,Berg,a@x.org,active
                S-2,,blee,,Bob,Lee,b@x.org,deleted
                """);
        assertThat(csv.outcome()).containsExactly("2:", "3:marked_as_gone");
        assertThat(csv.first().fields()).isEqualTo(Map.of(Column.EXTERNAL_ID, "S-1", Column.USERNAME, "aberg"));
        assertThat(csv.rows().getLast().problem())
                .isEqualTo(new Problem(ProblemReason.MARKED_AS_GONE, "", "status: deleted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
                        + "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
                        + "u-1,,,true,o-1,student,aberg,\"{Fed:1}\",Anna,Berg,,00042,a@x.org,1,2,,,\n"
                        + "u-2,tobedeleted,,true,o-1,student,blee,,Bob,Lee,,,b@x.org,,,,,\n"
                        + "u-3,active,,false,o-1,student,clee,,Cy,Lee,,,c@x.org,,,,,\n",
                "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
                        + "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,"
                        + "resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,"
                        + "primaryOrgSourcedId,pronouns\n"
                        + "u-1,,,true,aberg,\"{Fed:1},{X:2}\",Anna,Berg,,00042,a@x.org,1,2,,,,,,,,,,\n"
                        + "u-2,tobedeleted,,true,blee,,Bob,Lee,,,b@x.org,,,,,,,,,,,,\n"
                        + "u-3,active,,FALSE,clee,,Cy,Lee,,,c@x.org,,,,,,,,,,,,\n"
            })
    @DisplayName("C6 OneRoster's users.csv, 1.1 and 1.2")
    void oneRoster(String text) {
        Csv csv = read(Preset.ONEROSTER_USERS, text);
        assertThat(csv.outcome()).containsExactly("2:", "3:marked_as_gone", "4:marked_as_gone");
        assertThat(csv.first().firstName() + csv.first().lastName()).isEqualTo("AnnaBerg");
        assertThat(csv.first().fields())
                .isEqualTo(Map.of(
                        Column.EXTERNAL_ID, "u-1",
                        Column.USERNAME, "aberg",
                        Column.EMPLOYEE_ID, "00042",
                        Column.PHONE, "2"));
    }

    @Test
    @DisplayName("C6 a Google Workspace list, as it is downloaded there")
    void google() {
        Csv csv = read(
                Preset.GOOGLE_WORKSPACE,
                "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],"
                        + "Org Unit Path [Required],Status [READ ONLY],Recovery Email,Work Secondary Email,Work Phone,"
                        + "Mobile Phone,Employee ID,Department\n"
                        + "Anna,Berg,a@x.org,****,/,Active,p@y.org,q@x.org,+31 20 1,+31 6 1,00042,Sales\n"
                        + "Bob,Lee,b@x.org,****,/,Suspended,,,,,,\n");
        assertThat(csv.outcome()).containsExactly("2:", "3:marked_as_gone");
        assertThat(csv.first().fields()).isEqualTo(Map.of(Column.EMPLOYEE_ID, "00042", Column.PHONE, "+31 20 1"));
    }

    @Test
    @DisplayName("C6 Microsoft School Data Sync: users of version 2.1, students of version 1")
    void schoolDataSync() {
        Csv users = read(Preset.SCHOOL_DATA_SYNC_USERS, """
                sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms
                14001,aberg,Anna,Berg,,,a@x.org,,
                """);
        assertThat(users.first().fields()).isEqualTo(Map.of(Column.EXTERNAL_ID, "14001", Column.USERNAME, "aberg"));
        Csv students = read(Preset.SCHOOL_DATA_SYNC_STUDENTS, """
                SIS ID,School SIS ID,Username,First Name,Last Name,Secondary Email
                14001,10,aberg,Anna,Berg,a@x.org
                """);
        assertThat(students.first().email()).isEqualTo("a@x.org");
    }

    @Test
    @DisplayName("C6 Blackboard's person feed, with its pipes")
    void blackboard() {
        Csv csv = read(Preset.BLACKBOARD_PERSONS, """
                external_person_key|user_id|firstname|lastname|email|student_id|street_1|available_ind
                p-1|aberg|Anna|Berg|a@x.org|00042|3 Mill Lane|Y
                p-2|blee|Bob|Lee|b@x.org|||N
                """);
        assertThat(csv.outcome()).containsExactly("2:", "3:marked_as_gone");
        assertThat(csv.first().field(Column.ADDRESS1)).isEqualTo("3 Mill Lane");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CANVAS_ENROLLMENTS ~ course_id,root_account,user_id,role,role_id,section_id,status ~ C-1,,S-1,student,,sec,active",
                "CANVAS_ENROLLMENTS ~ course_id,user_id,role,status ~ C-1,S-1,student,",
                "ONEROSTER_ENROLLMENTS ~ sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate ~ e-1,active,2026-01-01,C-1,o-1,S-1,student,,,",
                "ONEROSTER_ENROLLMENTS ~ classSourcedId,userSourcedId,role ~ C-1,S-1,student",
                "SCHOOL_DATA_SYNC_ENROLLMENTS ~ Section SIS ID,SIS ID ~ C-1,S-1",
                "BLACKBOARD_MEMBERSHIPS ~ external_course_key|external_person_key|role|available_ind ~ C-1|S-1|Student|Y"
            })
    @DisplayName("C6 a file of enrolments names people by the IDs that the users file of its system gave them here")
    void byId(Preset preset, String headings, String cells) {
        Csv csv = read(preset, headings + "\n" + cells + "\n");
        assertThat(csv.outcome()).containsExactly("2:");
        assertThat(csv.first())
                .extracting(
                        StagedRow::email, StagedRow::itemType, StagedRow::itemId, row -> row.field(Column.EXTERNAL_ID))
                .containsExactly("", "course", "C-1", "S-1");
        assertThat(csv.first().fields()).doesNotContainKey(Column.STATUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "CANVAS_ENROLLMENTS ~ course_id,user_id,role,status ~ C-1,S-1,student,deleted ~ status: deleted",
                "CANVAS_ENROLLMENTS ~ course_id,user_id,role,status ~ C-1,S-1,student,completed ~ status: completed",
                "ONEROSTER_ENROLLMENTS ~ status,classSourcedId,userSourcedId,role ~ tobedeleted,C-1,S-1,student ~ status: tobedeleted",
                "BLACKBOARD_MEMBERSHIPS ~ external_course_key|external_person_key|row_status ~ C-1|S-1|deleted ~ row_status: deleted"
            })
    @DisplayName("C6 an enrolment that is over there is not begun here")
    void overThere(Preset preset, String headings, String cells, String mark) {
        Csv csv = read(preset, headings + "\n" + cells + "\n");
        assertThat(csv.first().problem()).isEqualTo(new Problem(ProblemReason.MARKED_AS_GONE, "", mark));
    }

    @Test
    @DisplayName("case 78: a teacher of another system is not enrolled as a learner")
    void teacher() {
        Csv csv = read(
                Preset.CANVAS_ENROLLMENTS,
                "course_id,user_id,role,status\nC-1,S-1,teacher,active\nC-1,S-2,Student,active\n");
        assertThat(csv.outcome()).containsExactly("2:role_unknown", "3:");
    }

    @Test
    @DisplayName("C6 case 54: an enrolment of nobody is refused")
    void ofNobody() {
        assertThat(read(Preset.SCHOOL_DATA_SYNC_ENROLLMENTS, "Section SIS ID,SIS ID\nC-1,\n")
                        .outcome())
                .containsExactly("2:email_missing");
    }

    @Test
    @DisplayName("C6 a status of their own is theirs: our column of that name is found in files of nobody's only")
    void status() {
        Csv google = read(
                Preset.GOOGLE_WORKSPACE,
                "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Status [READ ONLY]\n"
                        + "Anna,Berg,a@x.org,****,Active\n");
        assertThat(google.first().fields()).isEmpty();
        assertThat(google.file().columns().ignored()).contains("Status [READ ONLY]");
        assertThat(Csv.of("email,status\na@x.org,Paused\n").first().fields())
                .isEqualTo(Map.of(Column.STATUS, "paused"));
    }

    @Test
    @DisplayName("C6 such a file with a column of addresses is read all the same")
    void byIdWithAddresses() {
        Csv csv = read(
                Preset.CANVAS_ENROLLMENTS, "course_id,user_id,role,status,email\nC-1,S-1,student,active,a@x.org\n");
        assertThat(csv.first().itemType() + csv.first().itemId()).isEqualTo("courseC-1");
    }

    @Test
    @DisplayName("C6 files of nobody's are nobody's, and a person's choice goes before a preset")
    void nobodys() {
        assertThat(Csv.of(Template.csv()).file().columns().preset()).isNull();
        assertThat(Csv.of(StrictSample.csv()).file().columns().preset()).isNull();
        assertThat(Csv.of("username,firstname,lastname,email\na,b,c,a@x.org\n")
                        .file()
                        .columns()
                        .preset())
                .isNull();
        byte[] moodle = Csv.bytes("username,firstname,lastname,email,idnumber,course1\na,b,c,a@x.org,7,C-1\n");
        Csv picked = Csv.of(moodle, ColumnChoice.parse("idnumber=employee_id&course1=-"));
        assertThat(picked.first().fields()).isEqualTo(Map.of(Column.USERNAME, "a", Column.EMPLOYEE_ID, "7"));
        assertThat(picked.first().itemId()).isEmpty();
        byte[] talent = Csv.bytes("Login,Firstname,Lastname,Email,Course,Course\na,b,c,a@x.org,C-1,C-2\n");
        Csv second = Csv.of(talent, ColumnChoice.parse("#6=item_id"));
        assertThat(second.rows()).extracting(StagedRow::itemId).containsExactly("C-2");
        assertThat(second.file().columns().ignored()).containsExactly("Course");
    }
}
