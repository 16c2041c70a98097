package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaletteItemTest {

    @ParameterizedTest
    @CsvSource({
        "profil, true",
        "VUE profil, true",
        "vüe, true",
        "eleve, true",
        "profil course, false",
        "x, false",
    })
    @DisplayName("KB What is offered is found by all its words, without case and accents")
    void matches(String typed, boolean found) {
        PaletteItem item = new PaletteItem(
                PaletteItem.PAGES, "it", Icons.FILE::create, "Profil, vue", "de l’élève", List.of(), () -> {});

        assertThat(item.matches(typed)).isEqualTo(found);
    }
}
