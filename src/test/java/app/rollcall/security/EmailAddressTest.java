package app.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.rollcall.security.EmailAddress.Malformed;
import app.rollcall.security.EmailAddress.Refusal;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.org",
                "first.last@example.co.uk",
                "o'brien@example.org",
                "anna+course@gmail.com",
                "a.n.n.a@gmail.com",
                "!#$%&'*+/=?^_`{|}~-@example.org",
                "1@2.de",
                "UPPER@example.org",
                "x@a-b.example",
                "x@xn--bcher-kva.example"
            })
    @DisplayName("cases 56, 59: addresses that are kept as written")
    void kept(String address) {
        assertThat(new EmailAddress(address).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "' a@x.org\t', a@x.org",
        "'a@x.org.', a@x.org",
        "a@X.ORG, a@x.org",
        "'\u00A0a@x.org', a@x.org",
        "'a\u200B@x\uFEFF.org', a@x.org",
        "a\uFF20x.org, a@x.org",
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@bu\u0308cher.example, a@xn--bcher-kva.example",
        "a@BÜCHER.example, a@xn--bcher-kva.example"
    })
    @DisplayName("cases 55, 57, 58, 60: what is the same address becomes the same text")
    void normalised(String written, String address) {
        assertThat(new EmailAddress(written).value()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "'\u200B', EMPTY",
        "anna, NO_AT",
        "anna.example.org, NO_AT",
        "a@b@x.org, SEVERAL",
        "'a@x.org,b@x.org', SEVERAL",
        "'a@x.org;b@x.org', SEVERAL",
        "'a@x.org;', SEVERAL",
        "@x.org, LOCAL_PART",
        "a.@x.org, LOCAL_PART",
        ".a@x.org, LOCAL_PART",
        "a..b@x.org, LOCAL_PART",
        "a b@x.org, LOCAL_PART",
        "mailto:a@x.org, LOCAL_PART",
        "'\"a b\"@x.org', LOCAL_PART",
        "a(b)@x.org, LOCAL_PART",
        "jörg@x.org, LOCAL_PART",
        "Anna <a@x.org>, LOCAL_PART",
        "a@, DOMAIN",
        "a@x, DOMAIN",
        "a@x..org, DOMAIN",
        "a@x.org.., DOMAIN",
        "a@.org, DOMAIN",
        "a@-x.org, DOMAIN",
        "a@x-.org, DOMAIN",
        "a@x_y.org, DOMAIN",
        "a@[127.0.0.1], DOMAIN",
        "a@127.0.0.1, DOMAIN",
        "a@x.o, DOMAIN",
        "'jonas@example,org', DOMAIN",
        "a@x.org>, DOMAIN"
    })
    @DisplayName("cases 55, 56, 60, 62: what is refused, and why")
    void refused(String written, Refusal refusal) {
        assertThat(refusal(written)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@x.org\r\nBcc: b", "a\n@x.org", "a@x.org\0", "a@x\r.org"})
    @DisplayName("case 62: nothing that could end a mail header's line")
    void lineBreaks(String written) {
        assertThat(refusal(written)).isEqualTo(Refusal.LINE_BREAK);
    }

    @Test
    @DisplayName("case 61: 64 before the @ and 254 in all, no more")
    void length() {
        String local = "a".repeat(64);
        String longest = local + "@" + ("b".repeat(61) + ".").repeat(3) + "org";
        assertThat(refusal("a".repeat(65) + "@x.org")).isEqualTo(Refusal.TOO_LONG);
        assertThat(new EmailAddress(longest).value()).hasSize(254);
        assertThat(refusal(longest.replace("org", "info"))).isEqualTo(Refusal.TOO_LONG);
        assertThat(refusal("a@" + "b.".repeat(100_000) + "org")).isEqualTo(Refusal.TOO_LONG);
    }

    @Test
    @DisplayName("case 56: nothing anyone types is answered by any other exception, nor slowly")
    void anything() {
        long seed = Long.getLong("rollcall.seed", System.nanoTime());
        System.out.println("rollcall.seed=" + seed);
        Random random = new Random(seed);
        String alphabet = "aZ0.@-_+\"'<>()[],;: \t\r\n\0ßéİ\u0301\u3002\uFF0E\u200D\u202E\uD83D\uDE00\uD800xn--";
        long started = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(
                        random.nextInt(20) == 0
                                ? (char) random.nextInt(0x10000)
                                : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                String value = new EmailAddress(text.toString()).value();
                assertThat(new EmailAddress(value).value()).isEqualTo(value);
            } catch (Malformed refused) {
                assertThat(refused.refusal()).isNotNull();
            }
        }
        assertThat((System.nanoTime() - started) / 20_000).isLessThan(1_000_000);
    }

    private static Refusal refusal(String written) {
        return assertThrows(Malformed.class, () -> new EmailAddress(written)).refusal();
    }
}
