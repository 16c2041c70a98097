package app.rollcall.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts that Rollcall brings: subject in the first line, then paragraphs. The HTML is made of the same words. */
@Component
class BuiltInTemplates {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("ar"));
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final String BUTTON = "display:inline-block;padding:10px 18px;border-radius:7px;"
            + "background:#4f46c8;color:#ffffff;text-decoration:none;font-weight:600";

    private final Map<String, TemplateText> read = new ConcurrentHashMap<>();

    /** The languages there are texts in; the first stands in for all others. */
    static List<Locale> languages() {
        return LANGUAGES;
    }

    TemplateText of(MailKind kind, String language) {
        return read.computeIfAbsent(kind.code() + "_" + language, name -> made(kind, language, text(name)));
    }

    private static TemplateText made(MailKind kind, String language, String file) {
        int end = file.indexOf('\n');
        String text = file.substring(end).strip() + "\n";
        String body = Arrays.stream(text.strip().split("\\n\\n"))
                .map(BuiltInTemplates::paragraph)
                .collect(Collectors.joining("\n"));
        return new TemplateText(
                kind,
                file.substring(0, end).strip(),
                text,
                """
                <!doctype html>
                <html lang="%s" dir="%s">
                <body style="margin:0;padding:24px;background:#f4f4f6;color:#1d1d23;font:15px/1.5 system-ui,sans-serif">
                <div style="max-width:560px;margin:0 auto;padding:28px 32px;background:#ffffff;border-radius:13px">
                %s
                </div>
                </body>
                </html>
                """.formatted(language, RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr", body),
                0);
    }

    private static String paragraph(String words) {
        if (words.equals("{link}")) {
            return "<p><a href=\"{link}\" style=\"" + BUTTON + "\">{link}</a></p>";
        }
        return "<p>" + words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>") + "</p>";
    }

    private static String text(String name) {
        try (InputStream file = BuiltInTemplates.class.getResourceAsStream("/mail/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("Missing in the application: mail/" + name + ".txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
