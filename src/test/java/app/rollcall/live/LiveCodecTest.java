package app.rollcall.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.live.LiveEvent.JobChanged;
import app.rollcall.live.LiveEvent.LearnersChanged;
import app.rollcall.live.LiveEvent.Resync;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveCodecTest {

    /** PostgreSQL refuses a longer notification. */
    private static final int MOST_BYTES = 7_999;

    private final LiveCodec codec = new LiveCodec();

    @Test
    void everyKindComesBackAsItWent() {
        List<LiveEvent> events =
                List.of(LearnersChanged.of(List.of(1L, 2L), 3), LearnersChanged.unnamed(), largestJob(), new Resync());
        assertThat(codec.decode(codec.encode(events))).isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"kind\":\"CourseChanged\",\"ids\":[1]}]",
                "[{\"kind\":\"LearnersChanged\",\"ids\":[1],\"auditId\":1},{\"kind\":\"CourseChanged\"}]",
                "[{\"kind\":\"LearnersChanged\",\"ids\":\"all\",\"auditId\":1}]",
                "[{\"ids\":[1]}]",
                "{}",
                "not even JSON",
                ""
            })
    void whatThisVersionCannotReadMeansReadAgain(String payload) {
        assertThat(codec.decode(payload)).containsExactly(new Resync());
    }

    @Test
    void aPropertyThatALaterVersionAddsIsNoHindrance() {
        assertThat(codec.decode("[{\"kind\":\"LearnersChanged\",\"ids\":[1],\"auditId\":2,\"later\":true}]"))
                .containsExactly(LearnersChanged.of(List.of(1L), 2));
    }

    @Test
    void morePeopleThanFitAreMany() {
        assertThat(LearnersChanged.of(ids(200), 1).tooManyToName()).isFalse();
        assertThat(LearnersChanged.of(ids(201), 1)).isEqualTo(new LearnersChanged(List.of(), 1));
        assertThat(LearnersChanged.of(ids(201), 1).tooManyToName()).isTrue();
    }

    @Test
    void theLargestPayloadFitsIntoANotification() {
        String payload = codec.encode(List.of(largestJob(), LearnersChanged.of(ids(200), Long.MAX_VALUE)));
        assertThat(payload.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
    }

    static List<Long> ids(int count) {
        return LongStream.range(0, count).mapToObj(i -> Long.MAX_VALUE - i).toList();
    }

    /** The longest names, in letters of four bytes. */
    static JobChanged largestJob() {
        Instant now = Instant.parse("2026-11-21T10:04:05.123456789Z");
        long many = Long.MAX_VALUE;
        return new JobChanged(new JobProgress(
                many,
                "import",
                "𝒜".repeat(200) + "…",
                JobState.COMPLETED_WITH_ERRORS,
                "applying",
                many,
                many,
                many,
                many,
                "𝒜".repeat(100) + " " + "𝒜".repeat(100),
                now,
                now,
                many,
                now,
                now,
                "𝒜".repeat(100) + " " + "𝒜".repeat(100),
                "r".repeat(100)));
    }
}
