package app.rollcall.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A program that uses the API")
class ApiIT {

    @RegisterExtension
    @Order(1)
    static final Chrome CHROME = new Chrome();

    @RegisterExtension
    @Order(2)
    static final OneApp APP = new OneApp();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("API The README's ten lines of curl are a whole import, with a token made on the screen")
    void ten_lines() throws Exception {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        mira.navigate(APP.at("settings/api-clients"));
        String token = made(mira, "The README");

        List<String> lines = lines();
        assertThat(lines).hasSize(10);
        String said = bash(String.join("\n", lines), token);

        assertThat(said)
                .contains("event:progress", "“nobody” in line 3", "zoe.quist@example.org")
                .contains("\"state\":\"completed_with_errors\"", "\"imported\":1", "\"failed\":1");
        mira.navigate(APP.at(Visit.LEARNERS + "?status=pending&search=zoe.quist"));
        assertThat(mira.locator("#learners")).containsText("zoe.quist@example.org");
        assertThat(Files.readString(APP.get().log())).doesNotContain(token);
    }

    @Test
    @DisplayName(
            "API A body that breaks off is a problem as any other; a client revoked on the screen is shut out at once")
    void refused() throws Exception {
        Page mira = Visit.directory(APP, CHROME.person(), Visit.MIRA);
        mira.navigate(APP.at("settings/api-clients"));
        String token = made(mira, "Sends nonsense");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> broken = client.send(
                    HttpRequest.newBuilder(URI.create(APP.at("api/v1/imports")))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "multipart/form-data; boundary=b")
                            .POST(BodyPublishers.ofString(
                                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\""))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(broken.statusCode()).isEqualTo(400);
            assertThat(broken.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(broken.body()).contains("/api/problems/body-malformed");

            String id = mira.locator("[data-client]")
                    .filter(new FilterOptions().setHasText("Sends nonsense"))
                    .getAttribute("data-client");
            mira.locator("#revoke-" + id).click();
            mira.locator("vaadin-confirm-dialog vaadin-button[slot=confirm-button]")
                    .click();
            assertThat(mira.locator("vaadin-notification-card.notice")).isVisible();
            HttpResponse<String> revoked = client.send(
                    HttpRequest.newBuilder(URI.create(APP.at("api/v1/imports/1")))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(revoked.statusCode()).isEqualTo(401);
        }
    }

    /** Makes a client on the screen and gives the token that it shows. */
    private static String made(Page page, String name) {
        page.locator("#new-client").click();
        page.locator("#client-name input").fill(name);
        page.locator("#client-make").click();
        String token = page.locator("#client-token input").inputValue();
        page.locator("#client-done").click();
        assertThat(page.locator("#api-clients")).containsText(name);
        return token;
    }

    /** The lines of the README's chapter about the API, word for word. */
    private static List<String> lines() throws IOException {
        return Files.readString(Path.of("README.md"))
                .split("## The API", 2)[1]
                .split("```sh\n", 2)[1]
                .split("```", 2)[0]
                .lines()
                .collect(Collectors.toList());
    }

    private String bash(String script, String token) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        bash.environment().put("ROLLCALL_URL", APP.get().url());
        bash.environment().put("ROLLCALL_TOKEN", token);
        Process process = bash.start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String words = Files.readString(said);
        assertThat(ended && process.exitValue() == 0).as(words).isTrue();
        return words;
    }
}
