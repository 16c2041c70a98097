package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.security.SecurityTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

class ScreenLanguageTest extends SecurityTest {

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ar-EG,en;q=0.5   | ar-EG | rtl
                    de-CH            | de-CH | ltr
                    fr-FR            | en    | ltr
                    """)
    @DisplayName("The page says its language and which way it is read before anything is painted")
    void page(String asked, String language, String direction) throws IOException, InterruptedException {
        Element html = open(asked);
        assertThat(html.attr("lang")).isEqualTo(language);
        assertThat(html.attr("dir")).isEqualTo(direction);
    }

    private Element open(String asked) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign_in"))
                    .header("Accept", "text/html")
                    .header("Accept-Language", asked)
                    .build();
            String page =
                    browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Jsoup.parse(page).selectXpath("/html").getFirst();
        }
    }
}
