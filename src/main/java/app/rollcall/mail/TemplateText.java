package app.rollcall.mail;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mail of a kind says in a language: subject, text and HTML with {@code {variables}}. The constructor refuses what
 * could not be filled in.
 *
 * @param version 0 for the text that Rollcall brings
 */
public record TemplateText(MailKind kind, String subject, String text, String html, int version) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\n]*)}");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_HTML = 100_000;

    public TemplateText {
        within(Part.SUBJECT, subject, LONGEST_SUBJECT);
        within(Part.TEXT, text, LONGEST_TEXT);
        within(Part.HTML, html, LONGEST_HTML);
        known(kind, Part.SUBJECT, subject.codePoints().anyMatch(Character::isISOControl) ? "{…}" : subject);
        known(kind, Part.TEXT, text);
        known(kind, Part.HTML, styleless(html));
        needs(kind, Part.TEXT, text);
        needs(kind, Part.HTML, html);
    }

    /** Where something is not right. */
    public enum Part {
        SUBJECT,
        TEXT,
        HTML
    }

    /** What is not right. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        UNKNOWN_VARIABLE,
        MISSING_VARIABLE
    }

    /** Thrown by the constructor; carries where, what and which variable, not a sentence. */
    public static final class Unusable extends IllegalArgumentException {
        private final Part part;
        private final Fault fault;
        private final String variable;

        Unusable(Part part, Fault fault, String variable) {
            super(part + ": " + fault + " " + variable);
            this.part = part;
            this.fault = fault;
            this.variable = variable;
        }

        public Part part() {
            return part;
        }

        public Fault fault() {
            return fault;
        }

        public String variable() {
            return variable;
        }
    }

    /** Fills it in. A value is text: in the HTML it stays text. A line whose variables are all empty is left out. */
    public Rendered with(Map<String, String> values) {
        return new Rendered(
                filled(subject, values, false).replaceAll("\\s+", " ").strip(),
                filled(text, values, false).replaceAll("\\n{3,}", "\n\n").strip() + "\n",
                filled(html, values, true));
    }

    private static String filled(String template, Map<String, String> values, boolean markup) {
        return template.lines()
                .filter(line -> !emptied(line, values))
                .map(line -> VARIABLE.matcher(line).replaceAll(match -> value(match, values, markup)))
                .collect(Collectors.joining("\n"));
    }

    private static String value(MatchResult match, Map<String, String> values, boolean markup) {
        String value = values.get(match.group(1));
        return Matcher.quoteReplacement(value == null ? match.group() : markup ? escaped(value) : value);
    }

    private static boolean emptied(String line, Map<String, String> values) {
        List<String> names =
                VARIABLE.matcher(line).results().map(match -> match.group(1)).toList();
        return !names.isEmpty()
                && names.stream()
                        .allMatch(name -> values.getOrDefault(name, "x").isBlank());
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>");
    }

    /** The rules of a style sheet have braces of their own. */
    private static String styleless(String html) {
        return html.replaceAll("(?is)<style\\b.*?</style>", "");
    }

    private static void within(Part part, String value, int most) {
        if (value.isBlank()) {
            throw new Unusable(part, Fault.EMPTY, "");
        }
        if (value.length() > most) {
            throw new Unusable(part, Fault.TOO_LONG, Integer.toString(most));
        }
    }

    private static void known(MailKind kind, Part part, String template) {
        VARIABLE.matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !kind.variables().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Unusable(part, Fault.UNKNOWN_VARIABLE, name);
                });
    }

    private static void needs(MailKind kind, Part part, String template) {
        if (!kind.needed().isEmpty() && !template.contains("{" + kind.needed() + "}")) {
            throw new Unusable(part, Fault.MISSING_VARIABLE, kind.needed());
        }
    }
}
