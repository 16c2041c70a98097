package app.rollcall.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvitationSettingsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Duration LIFE = Duration.ofDays(14);

    @Test
    @DisplayName("EG-07 C7 A day lies between two mails to the same person; 0 hours are none (TI-15)")
    void hoursBetween() {
        assertThat(new InvitationSettings(LIFE, 24).resendableAt(NOON)).isEqualTo("2027-03-02T12:00:00Z");
        assertThat(new InvitationSettings(LIFE, 0).resendableAt(NOON)).isNull();
        assertThat(new InvitationSettings(LIFE, 24).resendableAt(null)).isNull();
    }

    @Test
    @DisplayName("Settings that make no sense are refused at the start, not at the first invitation")
    void nonsense() {
        assertThatThrownBy(() -> new InvitationSettings(Duration.ZERO, 24)).hasMessageContaining("expire-after");
        assertThatThrownBy(() -> new InvitationSettings(LIFE, -1)).hasMessageContaining("hours-between");
    }
}
