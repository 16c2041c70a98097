package app.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the address of an outside database is read. */
class DatabaseAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:s%40cret@db.example.org:6432/learning?sslmode=verify-full",
                "jdbc:postgresql://ann:s%40cret@db.example.org:6432/learning?sslmode=verify-full",
                "r2dbc:postgresql://ann:s%40cret@db.example.org:6432/learning?sslMode=VERIFY_FULL",
                "r2dbc:pool:postgresql://ann:s%40cret@db.example.org:6432/learning?sslmode=verify-full"
            })
    void allWaysToWriteItMeanTheSame(String url) {
        assertThat(DatabaseAddress.of(url, null, null))
                .isEqualTo(new DatabaseAddress("db.example.org", 6432, "learning", "ann", "s@cret", "verify-full"));
    }

    @Test
    void whatIsGivenBesidesTheUrlGoesFirst() {
        assertThat(DatabaseAddress.of("postgresql://ann:old@db/learning", "ben", "new"))
                .isEqualTo(new DatabaseAddress("db", 5432, "learning", "ben", "new", "prefer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://ann:s3cret@db/learning", "postgresql://db", "postgresql:///learning", "s3cret", "a b"})
    void whatCannotBeReadIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> DatabaseAddress.of(url, null, null))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aParameterNobodyReadsIsRefused() {
        assertThatThrownBy(() -> DatabaseAddress.of("postgresql://db/learning?channel_binding=require", null, null))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void theWordsForALogHoldNoPassword() {
        assertThat(DatabaseAddress.of("postgresql://ann:s3cret@db/learning", null, null))
                .hasToString("postgresql://db:5432/learning as ann");
    }
}
