package app.rollcall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the build to Vaadin's prebuilt bundle: nobody needs Node to build Rollcall. A component outside that bundle, an
 * {@code @NpmPackage} or a {@code @JsModule} of our own makes the build bundle, and this test fail.
 */
class ProductionModeTest {

    private static final String CONFIG = "/META-INF/VAADIN/config/";

    @Test
    void the_app_runs_in_production_mode() throws IOException {
        assertThat(read("flow-build-info.json").path("productionMode").asBoolean())
                .as("productionMode in flow-build-info.json, which ./mvnw writes before the tests")
                .isTrue();
    }

    @Test
    void a_production_mode_bundle_build_is_not_needed() throws IOException {
        assertThat(read("stats.json").path("pre-compiled").asBoolean())
                .as("the bundle in target/classes is Vaadin's prebuilt one, not one bundled for us")
                .isTrue();
        assertThat(Path.of("src/main/bundles")).doesNotExist();
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream in = ProductionModeTest.class.getResourceAsStream(CONFIG + name)) {
            assertThat(in).as(CONFIG + name).isNotNull();
            return JsonMapper.shared().readTree(in);
        }
    }
}
