package app.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChromePlacesTest {

    @Test
    void the_browser_named_by_the_environment_comes_first() {
        assertThat(places(Map.of("ROLLCALL_CHROMIUM", "/opt/my chrome"), "/opt/my chrome", "/usr/bin/chromium")
                        .find())
                .contains(Path.of("/opt/my chrome"));
    }

    @Test
    void a_named_browser_that_is_not_there_is_not_replaced_by_another() {
        assertThat(places(Map.of("ROLLCALL_CHROMIUM", "/opt/gone"), "/usr/bin/chromium")
                        .find())
                .isEmpty();
    }

    @Test
    void the_systems_chromium_comes_before_chrome() {
        assertThat(places(Map.of(), "/usr/bin/google-chrome", "/usr/bin/chromium-browser")
                        .find())
                .contains(Path.of("/usr/bin/chromium-browser"));
    }

    @Test
    void chrome_is_found_where_windows_keeps_programs() {
        String chrome = "/c/Program Files/Google/Chrome/Application/chrome.exe";
        assertThat(places(Map.of("ProgramFiles", "/c/Program Files"), chrome).find())
                .contains(Path.of(chrome));
    }

    @Test
    void only_where_everybodys_build_runs_must_a_browser_be_there() {
        assertThat(places(Map.of()).find()).isEmpty();
        assertThat(places(Map.of()).mustBeThere()).isFalse();
        assertThat(places(Map.of("CI", "false")).mustBeThere()).isFalse();
        assertThat(places(Map.of("CI", "true")).mustBeThere()).isTrue();
    }

    private static ChromePlaces places(Map<String, String> environment, String... there) {
        Set<String> files = Set.of(there);
        return new ChromePlaces(environment::get, file -> files.contains(file.toString()));
    }
}
