package app.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;

class ImportEventsTest extends ApiScene {

    @Test
    @DisplayName("API LV-03 The stream begins with the state as it is, tells every later one, and ends with the import")
    void toTheEnd() throws Exception {
        String at = reviewed(GOOD, "{}");
        int version = ask(get(at), token).at("$.version");
        Events stream = open(at + "/events");
        await().until(() -> stream.states().equals(List.of("review")));
        assertThat(stream.response().getResponse().getContentType()).startsWith("text/event-stream");

        confirm(at, "{\"version\": " + version + "}");

        await().atMost(Duration.ofSeconds(20)).until(stream::over);
        assertThat(stream.states()).startsWith("review").endsWith("completed");
        assertThat(JsonPath.<Integer>read(stream.data().getLast(), "$.result.imported"))
                .isEqualTo(1);
        assertThat(JsonPath.<Integer>read(stream.data().getLast(), "$.progress.done"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("API The stream of an import that is over, or waits as was asked for, is one state")
    void atOnce() throws Exception {
        String at = reviewed(GOOD, "{}");
        Events review = open(at + "/events?until=review");
        await().until(review::over);
        assertThat(review.states()).containsExactly("review");
    }

    @Test
    @DisplayName("API A stream is kept open with beats, and closed soon after its client is revoked")
    void revoked() throws Exception {
        String at = reviewed(GOOD, "{}");
        Events stream = open(at + "/events");
        await().atMost(Duration.ofSeconds(10)).until(() -> stream.text().contains(":still here"));
        assertThat(stream.over()).isFalse();

        clients.revoke(admin, clients.list(admin).block().getFirst().id()).block();
        await().atMost(Duration.ofSeconds(10)).until(stream::over);
    }

    private Events open(String address) throws Exception {
        MvcResult asked = begin(get(address));
        asked.getAsyncResult();
        // The answer to this is the stream; it is over when it is dispatched once more.
        MvcResult streaming = go(asked);
        return new Events(streaming, CompletableFuture.supplyAsync(streaming::getAsyncResult));
    }

    private record Events(MvcResult response, CompletableFuture<?> end) {

        boolean over() {
            return end.isDone();
        }

        String text() {
            return new String(response.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        List<String> data() {
            return Stream.of(text().split("\n"))
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring("data:".length()))
                    .toList();
        }

        List<String> states() {
            return data().stream()
                    .map(data -> JsonPath.<String>read(data, "$.state"))
                    .distinct()
                    .toList();
        }
    }
}
