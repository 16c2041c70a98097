package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.di.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AbsentServicesTest {

    private final List<Class<?>> asked = new ArrayList<>();
    private final Lookup lookup = new AbsentServices.Remembering(new Lookup() {

        @Override
        public <T> T lookup(Class<T> service) {
            asked.add(service);
            return service == String.class ? service.cast("here") : null;
        }

        @Override
        public <T> Collection<T> lookupAll(Class<T> service) {
            return List.of();
        }
    });

    @Test
    @DisplayName("A service that is not there is looked for once, one that is there as often as it is asked for")
    void once() {
        for (int time = 0; time < 3; time++) {
            assertThat(lookup.lookup(Integer.class)).isNull();
            assertThat(lookup.lookup(String.class)).isEqualTo("here");
        }

        assertThat(asked).containsExactly(Integer.class, String.class, String.class, String.class);
    }
}
