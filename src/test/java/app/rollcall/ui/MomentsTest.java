package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private final Texts texts = new Texts();
    private final Moments moments = new Moments(
            (key, arguments) -> texts.getTranslation(key, Locale.ENGLISH, arguments),
            Instant.parse("2026-11-21T09:30:00Z"),
            ZoneId.of("Europe/Oslo"),
            Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2026-11-21T09:29:31Z | just now
                    2026-11-21T09:26:00Z | 4 min ago
                    2026-11-21T08:12:00Z | Today, 09:12
                    2026-11-20T22:59:00Z | Yesterday
                    2026-11-20T23:01:00Z | Today, 00:01
                    2026-11-12T10:00:00Z | 12 Nov
                    2025-10-03T10:00:00Z | 3 Oct 2025
                    2026-11-28T10:00:00Z | 28 Nov
                    """)
    @DisplayName("A moment is told relative up to a day, then by its date, in the reader's own time zone")
    void tells_a_moment(Instant moment, String told) {
        assertThat(moments.tell(moment)).isEqualTo(told);
    }

    @Test
    void has_the_exact_time_for_the_tooltip() {
        assertThat(moments.exact(Instant.parse("2026-11-21T08:12:05Z")))
                .isEqualTo("Saturday, 21 November 2026, 09:12:05 CET");
    }
}
