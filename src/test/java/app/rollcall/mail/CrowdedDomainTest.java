package app.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

@DisplayName("A long queue at one domain")
class CrowdedDomainTest extends MailScene {

    private static final int INVITED = 60;

    @Autowired
    private List<LetterBox> boxes;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName(
            "OM-53 each letter without a place books the next free turn once, in its order, and others are not held up")
    void bookedOnce() {
        database.run("""
                WITH p AS (INSERT INTO person (email, first_name, last_name, status)
                  SELECT 'invited' || n || '@crowded.example.org', '', '', 'pending' FROM generate_series(1, ?) n ORDER BY n RETURNING id)
                INSERT INTO invitation (person_id) SELECT id FROM p ORDER BY id
                """, INVITED);
        database.run("""
                WITH p AS (INSERT INTO person (email, first_name, last_name, status)
                  VALUES ('late@elsewhere.example.org', '', '', 'pending') RETURNING id)
                INSERT INTO invitation (person_id) SELECT id FROM p
                """);
        MailProperties slow = new MailProperties(60_000, 60, 1, Duration.ofMinutes(10), "post@example.org", "", "");
        drain(slow);
        drain(slow);
        drain(slow);

        assertThat(received).contains("late@elsewhere.example.org").hasSizeBetween(4, 12);
        assertThat(database.number("SELECT max(attempts) FROM invitation WHERE state = 'queued'"))
                .as("claimed and put back once")
                .isEqualTo(1);
        assertThat(database.text("""
                        SELECT bool_and(send_after > before) FROM (SELECT send_after, lag(send_after) OVER (ORDER BY id) AS before
                          FROM invitation WHERE state = 'queued') turn""")).as("turns in the order of the queue").isEqualTo("t");
        assertThat(
                        database.number(
                                "SELECT round(extract(epoch FROM max(send_after) - min(send_after)) / (count(*) - 1)) FROM invitation WHERE state = 'queued'"))
                .as("seconds from one turn to the next")
                .isEqualTo(1);
    }

    private void drain(MailProperties properties) {
        HandOver taken = letter -> {
            received.add(letter.to().value());
            return Mono.just(new Outcome.Taken());
        };
        new Delivery(boxes, taken, new MailRate(client, properties), tries, live, properties, TURN)
                .drain()
                .block();
    }
}
