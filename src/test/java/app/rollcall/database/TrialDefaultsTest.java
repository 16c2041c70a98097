package app.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** A trial is open to this computer only. */
class TrialDefaultsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void withoutADatabaseItIsATrialOnThisComputerOnly() {
        apply();
        assertThat(environment.getProperty("rollcall.trial")).isEqualTo("true");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void withAnOutsideDatabaseItIsNoTrialAndOpenToAll() {
        environment.setProperty("spring.r2dbc.url", "r2dbc:postgresql://db/learning");
        apply();
        assertThat(environment.getProperty("rollcall.trial")).isEqualTo("false");
        assertThat(environment.getProperty("server.address")).isNull();
    }

    @Test
    void aTrialOnAnOutsideDatabaseIsRefused() {
        environment.setProperty("rollcall.database.url", "postgresql://db/learning");
        environment.setProperty("rollcall.trial", "true");
        assertThatThrownBy(this::apply).isInstanceOf(StartRefused.class).hasMessageContaining("outside database");
    }

    @Test
    void aTrialOnAPublicAddressIsRefused() {
        environment.setProperty("server.address", "0.0.0.0");
        assertThatThrownBy(this::apply).isInstanceOf(StartRefused.class).hasMessageContaining("0.0.0.0");
    }

    private void apply() {
        new TrialDefaults().postProcessEnvironment(environment, new SpringApplication());
    }
}
