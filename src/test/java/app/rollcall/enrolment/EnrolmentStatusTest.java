package app.rollcall.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.ui.Texts;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnrolmentStatusTest {

    private static final Texts TEXTS = new Texts();

    @ParameterizedTest(name = "{0}, {1} %, booked {2}: {3}")
    @CsvSource(textBlock = """
            NOT_STARTED,   0, false, Not Started
            NOT_STARTED,   1, false, 1% Completed
            NOT_STARTED,   0, true,  Enrolled
            NOT_STARTED,  40, true,  Enrolled
            STARTED,       0, false, Started
            STARTED,       1, false, 1% Completed
            STARTED,       0, true,  Enrolled
            STARTED,      40, true,  Enrolled
            IN_PROGRESS,   0, false, Started
            IN_PROGRESS,   1, false, 1% Completed
            IN_PROGRESS,  72, false, 72% Completed
            IN_PROGRESS,  99, false, 99% Completed
            IN_PROGRESS, 100, false, 99% Completed
            IN_PROGRESS,  72, true,  Enrolled
            COMPLETED,     0, false, Completed
            COMPLETED,    72, false, Completed
            COMPLETED,   100, false, Completed
            COMPLETED,   100, true,  Completed
            COMPLETED,     0, true,  Completed
            """)
    @DisplayName("MA-29 An enrolment is called what the label function says")
    void label(Completion completion, int progress, boolean booked, String words) {
        EnrolmentStatus status = EnrolmentStatus.of(completion, progress, booked);
        assertThat(TEXTS.getTranslation("enrolment.status." + status.code(), Locale.ENGLISH, status.percent()))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    @DisplayName("MA-29 Every combination has one name, and only what is completed is at 100 percent")
    void every_combination_has_a_name(Completion completion, int progress, boolean booked) {
        EnrolmentStatus status = EnrolmentStatus.of(completion, progress, booked);
        assertThat(TEXTS.has("enrolment.status." + status.code(), Locale.ENGLISH))
                .isTrue();
        assertThat(status.percent() == 100).isEqualTo(completion == Completion.COMPLETED);
        assertThat(status instanceof EnrolmentStatus.Enrolled).isEqualTo(booked && completion != Completion.COMPLETED);
        assertThat(status instanceof EnrolmentStatus.InProgress)
                .isEqualTo(!booked && completion != Completion.COMPLETED && progress >= EnrolmentStatus.MEANINGFUL);
    }

    static Stream<Arguments> everyCombination() {
        return Stream.of(Completion.values())
                .flatMap(completion -> IntStream.of(0, 1, 2, 50, 99, 100)
                        .boxed()
                        .flatMap(progress ->
                                Stream.of(true, false).map(booked -> Arguments.of(completion, progress, booked))));
    }

    @Test
    void under_way_is_neither_nothing_nor_everything() {
        assertThatThrownBy(() -> new EnrolmentStatus.InProgress(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EnrolmentStatus.InProgress(100)).isInstanceOf(IllegalArgumentException.class);
    }
}
