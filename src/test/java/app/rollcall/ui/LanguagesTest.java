package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-AT              | de-AT
                    de fr de-CH        | de-CH
                    fr ja de-DE en     | de-DE
                    ar en-US           | ar
                    en de-DE           | en
                    en-US en           | en-US
                    fr tr              | en
                    ''                 | en
                    """)
    @DisplayName("Read is the first language that is spoken here, with its own region; English when none is")
    void read(String wishes, String read) {
        assertThat(Languages.read(Stream.of(wishes.split(" ", -1))
                        .map(Locale::forLanguageTag)
                        .toList()))
                .isEqualTo(Locale.forLanguageTag(read));
    }
}
