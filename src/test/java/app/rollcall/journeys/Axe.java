package app.rollcall.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What axe finds wrong on a page. It is put into a document once, and stays there for as long as the document does. */
final class Axe {

    private static final String AXE = read();

    /** Each rule with the first elements it concerns. */
    private static final String FIND = """
            ([part, rules]) => axe.run(part ?? document, {
              resultTypes: ['violations'],
              // What would be loaded once more is for rules about sound, of which there is none.
              preload: false,
              ...(rules.length ? { runOnly: { type: 'rule', values: rules } } : {})
            }).then(({ violations }) => violations
              .map(({ impact, id, help, nodes }) => `${impact} ${id}: ${help} at ${
                nodes.slice(0, 3).map(node => `${node.failureSummary} ${node.target.join(' ')}`).join('; ')}`))
            """;

    /** Every rule that axe has by itself. */
    static final List<String> ALL = List.of();

    /** Those that a theme can break. */
    static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private Axe() {}

    static List<String> violations(Page page) {
        return violations(page, null, ALL);
    }

    /** In what lies on top only: through the veil over the rest nothing is meant to be read. */
    static List<String> violations(Page page, String part) {
        return violations(page, part, ALL);
    }

    /** @param part in what, or null for the whole page */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, @Nullable String part, List<String> rules) {
        if (!(boolean) page.evaluate("() => Boolean(window.axe)")) {
            page.evaluate(AXE);
        }
        return (List<String>) page.evaluate(FIND, Arrays.asList(part, rules));
    }

    private static String read() {
        try (InputStream axe = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
