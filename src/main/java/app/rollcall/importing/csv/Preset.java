package app.rollcall.importing.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files of other systems, recognised by their headings alone. A recognised file is read as that system means it: its IDs, its
 * own words for our columns, and who has left there.
 *
 * <p>Files of enrolments name people by the IDs that the system's file of users gave them here. A row is one person and one item: a line of Moodle's with {@code course1}, {@code course2}… or of TalentLMS's with
 * {@code Course} repeated is a row for each of them. Cohorts, groups and branches are not read, and listed as ignored. Moodle's timezone is
 * left out, too: its 99 means the server's.
 */
public enum Preset {
    ONEROSTER_USERS(
            "OneRoster",
            "sourcedid username givenname familyname dateLastModified enabledUser",
            "orgSourcedIds userMasterIdentifier primaryOrgSourcedId",
            "sourcedid=EXTERNAL_ID username=USERNAME givenname=FIRST_NAME familyname=LAST_NAME email=EMAIL"
                    + " identifier=EMPLOYEE_ID phone=PHONE",
            "status=tobedeleted enableduser=false,0"),
    ONEROSTER_ENROLLMENTS(
            "OneRoster",
            "classSourcedId userSourcedId role",
            "",
            "userSourcedId=EXTERNAL_ID classSourcedId=ITEM_ID sourcedId=-",
            "status=tobedeleted"),
    SCHOOL_DATA_SYNC_USERS(
            "Microsoft School Data Sync",
            "sourcedId username givenName familyName",
            "activeDirectoryMatchId password email",
            "sourcedid=EXTERNAL_ID username=USERNAME givenname=FIRST_NAME familyname=LAST_NAME email=EMAIL phone=PHONE",
            ""),
    SCHOOL_DATA_SYNC_STUDENTS(
            "Microsoft School Data Sync",
            "sis_id school_sis_id username",
            "",
            "sis_id=EXTERNAL_ID username=USERNAME first_name=FIRST_NAME last_name=LAST_NAME secondary_email=EMAIL",
            "status=deleted,inactive"),
    SCHOOL_DATA_SYNC_ENROLLMENTS(
            "Microsoft School Data Sync",
            "section_sis_id sis_id",
            "",
            "sis_id=EXTERNAL_ID section_sis_id=ITEM_ID",
            "status=deleted,inactive"),
    CANVAS_USERS(
            "Canvas",
            "user_id login_id status",
            "",
            "user_id=EXTERNAL_ID login_id=USERNAME first_name=FIRST_NAME last_name=LAST_NAME email=EMAIL",
            "status=deleted,suspended"),
    CANVAS_ENROLLMENTS(
            "Canvas",
            "course_id user_id role status",
            "",
            "user_id=EXTERNAL_ID course_id=ITEM_ID",
            "status=deleted,inactive,completed"),
    MOODLE(
            "Moodle",
            "username firstname lastname email",
            "idnumber course1 cohort1 suspended deleted oldusername enrolperiod1 mnethostid",
            "username=USERNAME firstname=FIRST_NAME lastname=LAST_NAME email=EMAIL idnumber=EXTERNAL_ID phone1=PHONE"
                    + " address=ADDRESS1 city=CITY country=COUNTRY lang=LOCALE course1=ITEM_ID timezone=-",
            "deleted=1 suspended=1"),
    TALENT_LMS(
            "TalentLMS",
            "login firstname lastname email",
            "",
            "login=USERNAME firstname=FIRST_NAME lastname=LAST_NAME email=EMAIL language=LOCALE course=ITEM_ID",
            "active=no"),
    GOOGLE_WORKSPACE(
            "Google Workspace",
            "first_name_[required] last_name_[required] email_address_[required]",
            "password_[required] org_unit_path_[required] status_[read_only]",
            "first_name_[required]=FIRST_NAME last_name_[required]=LAST_NAME email_address_[required]=EMAIL"
                    + " employee_id=EMPLOYEE_ID work_phone=PHONE",
            "status_[read_only]=suspended,archived new_status_[upload_only]=suspended,archived"),
    BLACKBOARD_PERSONS(
            "Blackboard",
            "external_person_key user_id firstname lastname",
            "",
            "external_person_key=EXTERNAL_ID user_id=USERNAME firstname=FIRST_NAME lastname=LAST_NAME email=EMAIL"
                    + " student_id=EMPLOYEE_ID street_1=ADDRESS1 street_2=ADDRESS2 city=CITY state=STATE"
                    + " zip_code=ZIP_CODE country=COUNTRY",
            "available_ind=n row_status=deleted,disabled"),
    BLACKBOARD_MEMBERSHIPS(
            "Blackboard",
            "external_course_key external_person_key",
            "",
            "external_person_key=EXTERNAL_ID external_course_key=ITEM_ID",
            "available_ind=n row_status=deleted,disabled");

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<String> all;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<String> any;

    /** A null value is a heading to be ignored. */
    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Map<String, @Nullable Column> columns = new HashMap<>();

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Map<String, Set<String>> gone = new HashMap<>();

    /** Blanks separate entries, and are written as _ within them. */
    Preset(String title, String all, String any, String columns, String gone) {
        this.title = title;
        this.all = words(all);
        this.any = words(any);
        for (String pair : words(columns)) {
            String column = pair.substring(pair.indexOf('=') + 1).toUpperCase(Locale.ROOT);
            this.columns.put(pair.substring(0, pair.indexOf('=')), column.equals("-") ? null : Column.valueOf(column));
        }
        for (String pair : words(gone)) {
            List<String> values = List.of(pair.substring(pair.indexOf('=') + 1).split(","));
            this.gone.put(pair.substring(0, pair.indexOf('=')), Set.copyOf(values));
        }
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first whose distinguishing headings are all there, or null. */
    static @Nullable Preset recognised(String[] headings) {
        Set<String> written = Arrays.stream(headings)
                .limit(ReadingLimits.DEFAULT.columns())
                .map(Preset::word)
                .collect(Collectors.toSet());
        return Arrays.stream(values())
                .filter(preset -> written.containsAll(preset.all))
                .filter(preset -> preset.any.isEmpty() || preset.any.stream().anyMatch(written::contains))
                .findFirst()
                .orElse(null);
    }

    /** Moodle numbers its columns of courses. */
    private static String word(String heading) {
        String word = heading.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return word.matches("course\\d+") ? "course1" : word;
    }

    /** The system's name, the same in every language. */
    public String title() {
        return title;
    }

    boolean knows(String heading) {
        return columns.containsKey(word(heading));
    }

    @Nullable
    Column column(String heading) {
        return columns.get(word(heading));
    }

    /** The words that say, in a column so headed, that a person has left; in lower case. */
    Set<String> gone(String heading) {
        return gone.getOrDefault(word(heading), Set.of());
    }
}
