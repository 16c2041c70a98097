package app.rollcall.importing.csv;

import java.util.List;
import java.util.Locale;

/**
 * The columns an import knows, in the order of the official template, each with two examples and the other headings that mean
 * it (letters and digits only, in lower case). An alias is a heading that hardly ever means anything else: what is taken is checked.
 */
public enum Column {
    EMAIL(
            254,
            "anna.berg@example.org",
            "bram.devries@example.org",
            "emailaddress",
            "emailid",
            "mail",
            "mailaddress",
            "useremail",
            "learneremail",
            "workemail"),
    FIRST_NAME(100, "Anna", "Bram", "givenname", "forename", "first", "fname"),
    LAST_NAME(100, "Berg", "de Vries", "surname", "familyname", "last", "lname"),
    EMPLOYEE_ID(200, "00042", "E-1043", "employeenumber", "employeeno", "empid", "staffid", "staffnumber"),
    EXTERNAL_ID(200, "hr-7f3a", "hr-7f3b", "sourcedid", "externaluserid", "externalkey"),
    USERNAME(200, "aberg", "bdevries", "login", "loginid", "loginname"),
    PHONE(50, "020 555 0100", "020 555 0101", "phonenumber", "telephone", "mobile", "mobilephone", "workphone"),
    ADDRESS1(200, "12 Harbour Street", "3 Mill Lane", "address", "addressline1", "street", "streetaddress"),
    ADDRESS2(200, "Floor 2", "", "addressline2"),
    CITY(100, "Rotterdam", "Utrecht", "town", "locality"),
    STATE(100, "Zuid-Holland", "", "province", "stateprovince"),
    ZIP_CODE(20, "3011 AA", "3511 AB", "zip", "postalcode", "postcode"),
    COUNTRY(100, "NL", "NL"),
    LOCALE(35, "nl-NL", "en", "languagetag", "languagecode", "preferredlanguage"),
    TIMEZONE(64, "Europe/Amsterdam", "Europe/Amsterdam", "timezoneid"),
    CATEGORIES(1000, "Operations|Night shift", "Sales", "category", "tags", "labels"),
    STATUS(40, "active", "paused", "learnerstatus"),
    SEND_INVITE(40, "yes", "no", "sendinvitation"),
    /** Read only to refuse, and not kept: a list makes nobody more than a learner. */
    ROLE(40, "learner", ""),
    ITEM_TYPE(40, "course", "product", "type", "enrolmenttype", "enrollmenttype", "contenttype"),
    ITEM_ID(
            200,
            "FIRE-2026",
            "ONB-BASIC",
            "item",
            "itemcode",
            "courseid",
            "coursecode",
            "course",
            "productid",
            "productcode",
            "product",
            "enrolmentid",
            "enrollmentid",
            "contentid"),
    REQUIREMENT(40, "required", "optional", "required", "mandatory"),
    DUE_DATE(40, "2026-12-31", "2027-03-31", "due", "dueon", "dueby", "deadline"),
    COMPLETION_STATUS(40, "completed", "not-started"),
    COMPLETION_DATE(40, "2026-05-04", "", "completedon", "datecompleted"),
    SCORE(40, "87.5", ""),
    MESSAGE(1000, "Welcome to the team", "", "personalmessage", "invitationmessage"),
    REF1(200, "CC-4100", "CC-4200"),
    REF2(200, "", ""),
    REF3(200, "", ""),
    REF4(200, "", ""),
    REF5(200, "", ""),
    REF6(200, "", ""),
    REF7(200, "", ""),
    REF8(200, "", ""),
    REF9(200, "", ""),
    REF10(200, "", "");

    private final int longest;
    private final String example;
    private final String otherExample;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> aliases;

    Column(int longest, String example, String otherExample, String... aliases) {
        this.longest = longest;
        this.example = example;
        this.otherExample = otherExample;
        this.aliases = List.of(aliases);
    }

    /**
     * The column of one of our headings.
     *
     * @throws IllegalArgumentException for a word that is none
     */
    public static Column of(String heading) {
        return valueOf(heading.toUpperCase(Locale.ROOT));
    }

    /** As our own files write it: {@code first_name}. */
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it tells who the person is. A file must have one such column at least, and a row something in one of them. */
    public boolean identity() {
        return switch (this) {
            case EMAIL, EMPLOYEE_ID, EXTERNAL_ID, USERNAME -> true;
            default -> false;
        };
    }

    /** Whether it is one of those that an organisation gives a meaning of its own. */
    public boolean reference() {
        return compareTo(REF1) >= 0 && compareTo(REF10) <= 0;
    }

    /** A value as it should be written; empty for a reference that is as {@link #REF1}. */
    public String example() {
        return example;
    }

    /** A second value, for the second row of the template; may be empty. */
    String otherExample() {
        return otherExample;
    }

    /** The key of the sentence that explains the column in the format guide; the references have one in common. */
    public String textKey() {
        return "importing.column." + (reference() ? "ref" : heading());
    }

    /** Whether a staged row has it by name; the others are in {@link StagedRow#fields()}. */
    public boolean core() {
        return switch (this) {
            case EMAIL, FIRST_NAME, LAST_NAME, ITEM_TYPE, ITEM_ID -> true;
            default -> false;
        };
    }

    /** The heading of ours without its underscore. */
    String plain() {
        return heading().replace("_", "");
    }

    List<String> aliases() {
        return aliases;
    }

    /** Characters a value may have. */
    int longest() {
        return longest;
    }
}
