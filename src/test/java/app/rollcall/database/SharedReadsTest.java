package app.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@DisplayName("LV-07 What many screens read at once is read once")
class SharedReadsTest {

    private final List<Sinks.One<String>> begun = new ArrayList<>();
    private final SharedReads<String, String> reads = new SharedReads<>(_ -> Mono.defer(() -> {
        Sinks.One<String> answer = Sinks.one();
        begun.add(answer);
        return answer.asMono();
    }));
    private final List<String> answers = new ArrayList<>();

    @Test
    @DisplayName("whoever asks while a read goes on waits for the next, and all of them share that")
    void shares() {
        ask();
        ask();
        ask();
        assertThat(begun).hasSize(1);

        answer("before");
        assertThat(begun).hasSize(2);
        assertThat(answers).containsExactly("before");

        answer("after");
        assertThat(answers).containsExactly("before", "after", "after");
        assertThat(begun).hasSize(2);
    }

    @Test
    @DisplayName("nobody gets an answer that was read before they asked")
    void neverOlder() {
        ask();
        ask();
        answer("first");
        ask();
        answer("second");
        answer("third");

        assertThat(answers).containsExactly("first", "second", "third");
    }

    @Test
    @DisplayName("when nothing goes on, a read begins at once")
    void alone() {
        ask();
        answer("one");
        ask();
        answer("two");

        assertThat(answers).containsExactly("one", "two");
        assertThat(begun).hasSize(2);
    }

    @Test
    @DisplayName("a read that fails fails for those who asked for it; the next is tried")
    void failures() {
        reads.of("all").subscribe(answers::add, failed -> answers.add(failed.getMessage()));
        ask();
        begun.getFirst().tryEmitError(new IllegalStateException("gone"));
        answer("better");

        assertThat(answers).containsExactly("gone", "better");
    }

    @Test
    @DisplayName("who stops waiting does not take the answer from the others")
    void leaving() {
        ask();
        reads.of("all").subscribe(answers::add).dispose();
        ask();
        answer("first");
        answer("second");

        assertThat(answers).containsExactly("first", "second");
    }

    private void ask() {
        reads.of("all").subscribe(answers::add);
    }

    private void answer(String text) {
        begun.getLast().tryEmitValue(text);
    }
}
