package app.rollcall.importing.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    @DisplayName("the sample file has 20 rows, three of which reading alone finds wrong")
    void sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleTest.class.getResourceAsStream("../sample.csv"))) {
            Csv csv = Csv.of(in.readAllBytes());
            assertThat(csv.rows()).hasSize(20);
            assertThat(csv.outcome().stream().filter(outcome -> !outcome.endsWith(":")))
                    .containsExactly("7:email_malformed", "12:email_malformed", "14:item_id_missing");
        }
    }
}
