package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "n/a", "N/A", "-", "null", "\u00A0", "\u200B"})
    @DisplayName("case 54: no address, or a word for none")
    void noAddress(String email) {
        assertThat(Csv.code(Csv.row(email + ",Anna,Berg,,"))).isEqualTo("email_missing");
    }

    @ParameterizedTest
    @CsvSource({
        "anna.example.org, email_malformed",
        "a@b@x.org, email_several",
        "anna.@x.org, email_malformed",
        "mailto:anna@x.org, email_malformed",
        "anna@x, email_malformed",
        "Anna <anna@x.org>, email_malformed",
        "a@x.org;b@x.org, email_several",
        "anna@büro .org, email_malformed",
        "jörg@x.org, email_malformed"
    })
    @DisplayName("cases 55, 60, 62: addresses that are none, with column and value")
    void malformed(String email, String code) {
        Problem problem = Csv.row(email + ",Anna,Berg,,").problem();
        assertThat(problem).isNotNull();
        assertThat(new Problem(problem.reason(), problem.column(), problem.value()))
                .isEqualTo(new Problem(ProblemReason.of(code), "email", email));
    }

    @Test
    @DisplayName("cases 58, 59, 60: addresses are normalised, and no more than that")
    void normalised() {
        assertThat(Csv.row(" an\u200Bna\uFF20X.ORG. ,,,,").email()).isEqualTo("anna@x.org");
        assertThat(Csv.row("a.n+x@gmail.com,,,,").email()).isEqualTo("a.n+x@gmail.com");
        assertThat(Csv.row("a@bücher.example,,,,").email()).isEqualTo("a@xn--bcher-kva.example");
    }

    @Test
    @DisplayName("case 61: too long an address")
    void tooLong() {
        assertThat(Csv.code(Csv.row("a".repeat(65) + "@x.org,,,,"))).isEqualTo("email_too_long");
        StagedRow row = Csv.row("a@" + "b".repeat(5000) + ".org,,,,");
        assertThat(Csv.code(row)).isEqualTo("email_too_long");
        assertThat(row.email()).hasSize(1000);
        assertThat(row.problem().value()).hasSize(200).endsWith("…");
    }

    @Test
    @DisplayName("case 62: line breaks and lists in the address cell")
    void injection() {
        assertThat(Csv.code(Csv.row("\"a@x.org\nBcc: b@x.org\",,,,"))).isEqualTo("email_line_break");
        assertThat(Csv.code(Csv.row("\"a@x.org,b@x.org\",,,,"))).isEqualTo("email_several");
        assertThat(Csv.code(Csv.row("\"jonas@example,org\",,,,"))).isEqualTo("email_malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Brien",
                "Dan’Aja",
                "Nava Gámez",
                "محمد",
                "山田",
                "👩🏽‍🚀",
                "नमस्ते",
                "Z͑ͫalgo",
                "X",
                "12345",
                "null",
                "None",
                "N/A",
                "#N/A",
                "true",
                "<img src=x onerror=alert(1)>",
                "=cmd|' /C calc'!A0",
                "+1",
                "-2",
                "@SUM(A1)",
                "שלום\u200E"
            })
    @DisplayName("cases 68, 69, 70, 71: whatever people are called, hostile text and formulas are kept as they are")
    void names(String name) {
        StagedRow row = Csv.row("a@x.org," + name + "," + name + ",,");
        assertThat(row).isEqualTo(new StagedRow(1, 2, "a@x.org", name, name, "", "", Map.of(), null));
    }

    @Test
    @DisplayName("case 68: names are in NFC")
    void nfc() {
        assertThat(Csv.row("a@x.org,Jose\u0301,,,").firstName()).isEqualTo("Jos\u00E9");
    }

    @Test
    @DisplayName("case 69: 100 characters are a name, 101 are not; an emoji is one")
    void longNames() {
        assertThat(Csv.row("a@x.org," + "😀".repeat(100) + ",,,").problem()).isNull();
        assertThat(Csv.row("a@x.org,x," + "y".repeat(101) + ",,").problem())
                .isEqualTo(new Problem(ProblemReason.NAME_TOO_LONG, "last_name", "y".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"An\u202Ena", "An\u2066na", "An\u0007na", "An\u001Bna", "An\u0090na"})
    @DisplayName("case 72: text direction overrides and control characters refuse the row, and are not shown")
    void controls(String name) {
        StagedRow row = Csv.row("a@x.org," + name + ",,,");
        assertThat(row.problem()).isEqualTo(new Problem(ProblemReason.CONTROL_CHARACTERS, "first_name", "An na"));
        assertThat(row.firstName()).isEqualTo("An na");
    }

    @ParameterizedTest
    @CsvSource({
        "course, 00042, ''",
        "COURSE, 1234567890123456, ''",
        "Product, X-1, ''",
        "kurs, X-1, ''",
        "course, 1.23457E+15, damaged_by_excel",
        "course, '\"1,23457E+15\"', damaged_by_excel",
        "course, 1E5, damaged_by_excel",
        "course, E5, ''",
        "seminar, X-1, item_type_unknown",
        "course, '', item_id_missing",
        "'', X-1, item_type_missing",
        "'', '', ''"
    })
    @DisplayName("case 73: items, their types and their codes, leading zeros kept")
    void items(String type, String id, String code) {
        StagedRow row = Csv.row("a@x.org,,," + type + "," + id);
        assertThat(Csv.code(row)).isEqualTo(code);
        assertThat(row.itemId()).isEqualTo(id.replace("\"", ""));
        if (code.isEmpty() && !type.isEmpty()) {
            assertThat(row.itemType()).isIn("course", "product");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "simple@example.com, ''",
        "very.common@example.com, ''",
        "x@example.com, ''",
        "long.address-with-hyphens@and.subdomains.example.com, ''",
        "user.name+tag+sorting@example.com, ''",
        "name/surname@example.com, ''",
        "mailhost!username@example.org, ''",
        "user%example.com@example.org, ''",
        "user-@example.org, ''",
        "_@example.org, ''",
        "a@xn--bcher-kva.example, ''",
        "admin@example, email_malformed",
        "'\"\" \"\"@example.org', email_malformed",
        "'\"\"john..doe\"\"@example.org', email_malformed",
        "postmaster@[123.123.123.123], email_malformed",
        "postmaster@[IPv6:2001:db8::1], email_malformed",
        "a@123.123.123.123, email_malformed",
        "abc.example.com, email_malformed",
        "a\"\"b(c)d@example.com, email_malformed",
        "anna(comment)@example.com, email_malformed",
        "i.like.underscores@but_they_are_not_allowed.org, email_malformed",
        ".anna@example.com, email_malformed",
        "an..na@example.com, email_malformed",
        "anna@-example.com, email_malformed",
        "anna@example-.com, email_malformed",
        "anna@.com, email_malformed",
        "anna@example.c, email_malformed",
        "@example.com, email_malformed",
        "anna@, email_malformed",
        "用户@例子.广告, email_malformed"
    })
    @DisplayName("case 56: every class of address, as the policy has it")
    void addresses(String email, String code) {
        assertThat(Csv.code(Csv.row("\"" + email + "\",,,,"))).isEqualTo(code);
    }

    @Test
    @DisplayName("case 56: no address, however nasty, takes a millisecond")
    void quick() {
        String nasty = "a@" + "x.".repeat(400) + "@<".repeat(90);
        String rows =
                ("\"" + nasty + "\",,,,\n" + " .@".repeat(300) + ",,,,\n" + "<".repeat(900) + ",,,,\n").repeat(1000);
        assertTimeout(
                Duration.ofSeconds(3),
                () -> assertThat(Csv.of(Csv.HEAD + rows).rows()).hasSize(3000).allMatch(row -> row.problem() != null));
    }

    @Test
    @DisplayName("case 77: several courses in a cell are a row each, every course once")
    void severalItems() {
        Csv csv = Csv.of(
                Csv.HEAD
                        + "a@x.org,Anna,Berg,course,A-1| B-2 |a-1||\nbad,Bob,Lee,course,A-1|B-2\nc@x.org,Cy,Lee,,|\nd@x.org,,,,\n");
        assertThat(csv.outcome())
                .containsExactly("2:", "2:", "3:email_malformed", "3:email_malformed", "4:item_type_missing", "5:");
        assertThat(csv.rows()).extracting(StagedRow::rowNo).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(csv.rows()).extracting(StagedRow::itemId).containsExactly("A-1", "B-2", "A-1", "B-2", "|", "");
        assertThat(csv.rows().get(1).firstName()).isEqualTo("Anna");
    }

    @Test
    @DisplayName("case 77: rows made of one line count against the limit of rows")
    void severalItemsLimit() {
        ReadingLimits two = new ReadingLimits(1000, 2, 100, 10);
        byte[] file = Csv.bytes("email,course\na@x.org,A|B|C\n");
        assertThat(assertThrows(Unreadable.class, () -> Csv.of(file, DialectChoice.DETECT, two))
                        .refusal())
                .isEqualTo(FileRefusal.TOO_MANY_ROWS);
    }

    @ParameterizedTest
    @CsvSource({
        "Owner, role_unknown",
        "admin, role_unknown",
        "Teacher, role_unknown",
        "chief of all, role_unknown",
        "Learner, ''",
        "student, ''",
        "'', ''"
    })
    @DisplayName("case 78: no file makes anybody more than a learner: another role refuses its row")
    void roles(String role, String code) {
        StagedRow row = Csv.of("email,role\na@x.org," + role + "\n").first();
        assertThat(Csv.code(row)).isEqualTo(code);
        if (row.problem() != null) {
            assertThat(row.problem()).isEqualTo(new Problem(ProblemReason.ROLE_UNKNOWN, "role", role));
        } else {
            assertThat(row.fields()).isEmpty();
        }
    }

    @Test
    @DisplayName("case 78: a column of roles that means something else can be picked as ignored")
    void otherRoles() {
        Csv csv = Csv.of(Csv.bytes("email,role\na@x.org,Plumber\n"), ColumnChoice.parse("role=-"));
        assertThat(csv.outcome()).containsExactly("2:");
        assertThat(csv.file().columns().ignored()).containsExactly("role");
    }
}
