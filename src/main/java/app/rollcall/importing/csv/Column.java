package app.rollcall.importing.csv;

import java.util.List;
import java.util.Locale;

/** The columns an import knows, each with the other headings that mean it (letters and digits only, in lower case). */
public enum Column {
    EMAIL("emailaddress", "emailid", "mail", "mailaddress", "useremail", "learneremail", "workemail"),
    FIRST_NAME("givenname", "forename", "first", "fname"),
    LAST_NAME("surname", "familyname", "last", "lname"),
    ITEM_TYPE("type", "enrolmenttype", "enrollmenttype", "contenttype"),
    ITEM_ID(
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
            "contentid");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is
    private final List<String> aliases;

    Column(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /** As our own files write it: {@code first_name}. */
    public String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The heading of ours without its underscore. */
    String plain() {
        return heading().replace("_", "");
    }

    List<String> aliases() {
        return aliases;
    }
}
