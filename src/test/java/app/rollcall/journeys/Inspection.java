package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Axe in one window after the other, in light and in dark, and which routes it has seen. */
final class Inspection {

    private static final List<String> THEMES = List.of("light", "dark");

    /** Chooses a theme as the header's menu does, and waits until no colour is on its way any more. */
    private static final String CHOOSE = """
            async theme => {
              window.rollcallTheme(theme);
              const roots = root => [root, ...[...root.querySelectorAll('*')]
                .filter(element => element.shadowRoot).flatMap(element => roots(element.shadowRoot))];
              const ending = () => roots(document).flatMap(root => root.getAnimations())
                .filter(moving => moving.playState === 'running'
                  && Number.isFinite(moving.effect.getComputedTiming().endTime));
              let turns = 0;
              do {
                await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                await Promise.race([
                  Promise.allSettled(ending().map(moving => moving.finished)),
                  new Promise(late => setTimeout(late, 1000))]);
              } while (ending().length && ++turns < 10);
            }
            """;

    /** The theme that is drawn, whatever was asked for: by which is brighter, the text or what it stands on. */
    private static final String DRAWN = """
            () => {
              const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
              const rgba = colour => {
                pen.clearRect(0, 0, 1, 1);
                pen.fillStyle = colour;
                pen.fillRect(0, 0, 1, 1);
                return pen.getImageData(0, 0, 1, 1).data;
              };
              const light = ([r, g, b]) => r + g + b;
              let on = document.querySelector('main, [role=main]') ?? document.body;
              const text = rgba(getComputedStyle(on).color);
              while (on.parentElement && rgba(getComputedStyle(on).backgroundColor)[3] < 255) {
                on = on.parentElement;
              }
              return light(rgba(getComputedStyle(on).backgroundColor)) > light(text) ? 'light' : 'dark';
            }
            """;

    /** A link that somebody presses: the screen changes in the document that is open. */
    private static final String FOLLOW = """
            path => {
              const link = document.createElement('a');
              link.href = path;
              document.body.append(link);
              link.click();
              link.remove();
            }
            """;

    /** What lies aside is in the document too. */
    private static final Locator.FilterOptions SEEN = new Locator.FilterOptions().setVisible(true);

    private final OneApp app;
    private final Set<String> routes = new TreeSet<>();
    private final List<String> found = new ArrayList<>();

    Inspection(OneApp app) {
        this.app = app;
    }

    /** Opens an address, as somebody who comes from elsewhere, and looks. */
    void open(Page page, String route, String path, String sign) {
        page.navigate(app.at(path));
        arrived(page, route, sign);
        look(page, path);
    }

    /** Goes on to an address in the screen that is open, and looks. */
    void follow(Page page, String route, String path, String sign) {
        pass(page, route, path, sign);
        look(page, path);
    }

    /** Goes on to an address, and waits until it is there. */
    void pass(Page page, String route, String path, String sign) {
        page.evaluate(FOLLOW, app.at(path));
        arrived(page, route, sign);
    }

    /** A page that is there is of this route. */
    void arrived(Page page, String route, String sign) {
        assertThat(page.locator(sign).filter(SEEN).first()).isVisible();
        routes.add(route);
    }

    void look(Page page, String what) {
        look(page, what, null);
    }

    /**
     * With all rules in light, and in dark with those of colours: a theme is nothing but colours.
     *
     * @param part what lies on top, or null for all of the page
     */
    void look(Page page, String what, @Nullable String part) {
        for (String theme : THEMES) {
            page.evaluate(CHOOSE, theme);
            assertThat(page.evaluate(DRAWN)).as("the theme of %s", what).isEqualTo(theme);
            Axe.violations(page, part, theme.equals("light") ? Axe.ALL : Axe.COLOURS)
                    .forEach(violation -> found.add(what + ", " + theme + ": " + violation));
        }
    }

    /** Every screen was seen, and axe found nothing. */
    void end() {
        assertThat(found).isEmpty();
        assertThat(routes).isEqualTo(Routes.all());
    }
}
