package app.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.security.SecurityTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Over HTTP, for it is the server that compresses, and Vaadin's servlet that has a will of its own. */
class KeptFilesTest extends SecurityTest {

    @Value("${local.server.port}")
    private int port;

    @Test
    @DisplayName("What a page asks for by its content is kept for good, compressed, and not asked for again")
    void forGood() throws Exception {
        String page = new String(get("/sign_in").body(), StandardCharsets.UTF_8);
        List<String> files = Pattern.compile("(?:href|src)=\"([^\"]+(?:v-c=|/build/)[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(files.toString()).contains("styles.css?", "theme.js?", "keys.js?", "aura.css?", "indexhtml");
        for (String file : files) {
            HttpResponse<byte[]> answer = get("/" + file.replaceFirst("^\\./", ""));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).as(file).contains("max-age=31536000, immutable");
            assertThat(header(answer, "Pragma") + header(answer, "Expires"))
                    .as(file)
                    .isEmpty();
            if (answer.body().length > 4096) {
                assertThat(header(answer, "Content-Encoding")).as(file).isIn("gzip", "br");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styles.css", "/sign-in.css", "/icons.svg", "/theme.js"})
    @DisplayName(
            "What is asked for by its name alone is asked for again each time, and not sent again while it is the same")
    void askAgain(String file) throws Exception {
        HttpResponse<byte[]> answer = get(file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String tag = header(answer, "ETag");
        HttpResponse<byte[]> again = tag.isEmpty()
                ? get(file, "If-Modified-Since", header(answer, "Last-Modified"))
                : get(file, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing.css?v-c=1", "/VAADIN/build/nothing.js", "/VAADIN/build/"})
    @DisplayName("What is answered in place of a file that is not there is never kept")
    void notThere(String file) throws Exception {
        HttpResponse<byte[]> answer = get(file);
        assertThat(header(answer, "Content-Type")).doesNotContain("css", "javascript");
        assertThat(header(answer, "Cache-Control")).contains("no-cache").doesNotContain("max-age=31536000");
    }

    @Test
    @DisplayName("ASVS 3.4 A page, which holds what guards its forms, is neither kept nor compressed")
    void pages() throws Exception {
        HttpResponse<byte[]> page = get("/sign_in");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "Content-Encoding")).isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Encoding", "gzip, br");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    (headers.length > 0 ? request.headers(headers) : request).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
