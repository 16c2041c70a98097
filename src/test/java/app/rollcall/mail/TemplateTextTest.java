package app.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateTextTest {

    private static final Map<String, String> VALUES = Map.of(
            "first_name",
            "Ann <b>& 'Co'</b>",
            "organisation",
            "North\nwind",
            "link",
            "https://x.example.org/1",
            "minutes",
            "30");

    @ParameterizedTest
    @EnumSource(MailKind.class)
    @DisplayName(
            "The texts that Rollcall brings can be filled in, in each language, and nothing of them stays in braces")
    void builtIn(MailKind kind) {
        BuiltInTemplates builtIn = new BuiltInTemplates();
        Map<String, String> values = kind.variables().stream().collect(Collectors.toMap(name -> name, name -> "value"));
        for (Locale language : BuiltInTemplates.languages()) {
            Rendered mail = builtIn.of(kind, language.getLanguage()).with(values);
            assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("{", "}");
            assertThat(mail.subject()).isNotBlank();
        }
    }

    @Test
    @DisplayName("A mail in Arabic is written from right to left, one in German from left to right")
    void direction() {
        BuiltInTemplates builtIn = new BuiltInTemplates();
        assertThat(builtIn.of(MailKind.INVITATION, "ar").html()).contains("<html lang=\"ar\" dir=\"rtl\">", "يدعوك");
        assertThat(builtIn.of(MailKind.INVITATION, "de").html()).contains("<html lang=\"de\" dir=\"ltr\">");
    }

    @Test
    @DisplayName("ASVS 1.3.1 What is filled in stays text in the HTML, and one line in the subject")
    void escaped() {
        Rendered mail = new TemplateText(
                        MailKind.RESET_PASSWORD,
                        "For {organisation}",
                        "{link} {first_name}",
                        "<p>{first_name}{link}</p>",
                        0)
                .with(VALUES);
        assertThat(mail.subject()).isEqualTo("For North wind");
        assertThat(mail.html()).isEqualTo("<p>Ann &lt;b&gt;&amp; &#39;Co&#39;&lt;/b&gt;https://x.example.org/1</p>");
        assertThat(mail.text()).contains("Ann <b>& 'Co'</b>");
    }

    @Test
    @DisplayName("A line whose variables are all empty is left out; a value that looks like a variable stays as it is")
    void emptyLines() {
        Rendered mail = new TemplateText(
                        MailKind.MESSAGE, "S", "Hello {first_name},\n\n{message}\n\nBye", "<p>{message}</p>", 0)
                .with(Map.of("first_name", "", "message", "{link} $1"));
        assertThat(mail.text()).isEqualTo("{link} $1\n\nBye\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'', {link}, {link}, SUBJECT, EMPTY, ''",
        "S, 'Hello {name} {link}', {link}, TEXT, UNKNOWN_VARIABLE, name",
        "S, {link}, '<p>{link} {password}</p>', HTML, UNKNOWN_VARIABLE, password",
        "'S {}', {link}, {link}, SUBJECT, UNKNOWN_VARIABLE, ''",
        "S, Hello, {link}, TEXT, MISSING_VARIABLE, link",
        "S, {link}, <p></p>, HTML, MISSING_VARIABLE, link"
    })
    @DisplayName("What could not be filled in is refused, with where and what it is")
    void refused(String subject, String text, String html, String part, String fault, String variable) {
        assertThatThrownBy(() -> new TemplateText(MailKind.RESET_PASSWORD, subject, text, html, 0))
                .isInstanceOfSatisfying(TemplateText.Unusable.class, refused -> {
                    assertThat(refused.part()).hasToString(part);
                    assertThat(refused.fault()).hasToString(fault);
                    assertThat(refused.variable()).isEqualTo(variable);
                });
    }

    @Test
    @DisplayName("The braces of a style sheet are none of ours")
    void styles() {
        String html = "<style>p { color: red }\n</style><p>{link}</p>";
        assertThat(new TemplateText(MailKind.RESET_PASSWORD, "S", "{link}", html, 0)
                        .with(VALUES)
                        .html())
                .contains("p { color: red }");
    }
}
