package app.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import reactor.core.publisher.Flux;

class PasswordsTest {

    private static final SignInSettings ONE_AT_A_TIME =
            new SignInSettings(5, 30, Duration.ofMinutes(15), Duration.ofHours(1), 1, 1);

    @Test
    @DisplayName("ASVS 11.4.2 Passwords are kept as Argon2id, 19 MiB, two passes, one lane, and say so")
    void argon2id() {
        PasswordEncoder encoder = new PasswordHashing().passwordEncoder(ONE_AT_A_TIME);
        String hash = encoder.encode("correct horse battery staple");
        assertThat(hash).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches("correct horse battery staple", hash)).isTrue();
        assertThat(encoder.matches("correct horse battery staple ", hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash)).isFalse();
    }

    @Test
    @DisplayName(
            "LS-01 The hash that nobody has a password for takes as much work as a real one, and is another at each start")
    void nobodys() {
        PasswordEncoder encoder = new PasswordHashing().passwordEncoder(ONE_AT_A_TIME);
        String nobodys = PasswordHashing.nobodys();
        String real = encoder.encode("correct horse battery staple");
        assertThat(nobodys).hasSameSizeAs(real).startsWith(real.substring(0, real.lastIndexOf('=') + 2));
        assertThat(encoder.upgradeEncoding(nobodys)).isFalse();
        assertThat(encoder.matches("correct horse battery staple", nobodys)).isFalse();
        assertThat(PasswordHashing.nobodys()).isNotEqualTo(nobodys);
    }

    @Test
    @DisplayName("However many ask at once, no more hashes than allowed are made at the same time")
    void capped() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PasswordEncoder small = new Argon2PasswordEncoder(16, 32, 1, 256, 1);
        PasswordEncoder counting = new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                try {
                    return small.encode(password);
                } finally {
                    now.decrementAndGet();
                }
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return small.matches(password, hash);
            }
        };
        PasswordEncoder capped = new CappedPasswordEncoder(counting, 2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(n -> threads.submit(() -> capped.encode("password " + n)));
        }
        assertThat(most).hasValueBetween(1, 2);
    }

    @Test
    @DisplayName("When too many wait for a hash, the next is turned away at once")
    void flood() {
        CountDownLatch held = new CountDownLatch(1);
        PasswordEncoder slow = new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                awaitQuietly(held);
                return "hash";
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return true;
            }
        };
        Passwords passwords = new Passwords(slow, ONE_AT_A_TIME);
        NewPassword password = new NewPassword("correct horse battery staple");
        try {
            assertThatThrownBy(() -> Flux.range(1, 3)
                            .flatMap(n -> passwords.hash(password), 3)
                            .blockLast())
                    .isInstanceOf(RejectedExecutionException.class);
        } finally {
            held.countDown();
            passwords.destroy();
        }
    }

    @ParameterizedTest
    @CsvSource({"14, false", "15, true", "128, true", "129, false"})
    @DisplayName("ASVS 6.2 A chosen password has 15 to 128 characters of whatever kind")
    void lengths(int length, boolean fits) {
        // So many animals.
        String typed = IntStream.range(0, length)
                .collect(StringBuilder::new, (made, n) -> made.appendCodePoint(0x1F400 + n), StringBuilder::append)
                .toString();
        if (fits) {
            assertThat(new NewPassword(typed).toString()).doesNotContain(typed);
        } else {
            assertThatThrownBy(() -> new NewPassword(typed)).isInstanceOf(NewPassword.Unfit.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PasswordPassword",
                "p@ssw0rd p@ssw0rd",
                "Password Password 2026!",
                "qwertyuiopasdfgh",
                "123456789012345",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "RollcallRollcall1",
                "ich liebe dich 12345"
            })
    @DisplayName("ASVS 6.2.4 What is tried first is refused, however it is dressed up")
    void common(String typed) {
        assertThatThrownBy(() -> new NewPassword(typed))
                .isInstanceOfSatisfying(
                        NewPassword.Unfit.class,
                        unfit -> assertThat(unfit.refusal()).isEqualTo(NewPassword.Refusal.COMMON));
    }

    @ParameterizedTest
    @CsvSource({
        "Mira Solberg 19901231, true",
        "mira.solberg@example.org, true",
        "Solberg & Solberg 77, true",
        "Rollcall of Mira 99, true",
        "Mira found seventeen lanterns, false",
        "seventeen violet lanterns, false",
        "8304 2295 1171 6642 90, false"
    })
    @DisplayName("ASVS 6.2.11 One's own name, address or organisation alone is no password; words beside them are")
    void ownWords(String typed, boolean refused) {
        NewPassword password = new NewPassword(typed);
        List<String> own = List.of("mira.solberg@example.org", "Mira", "Solberg", "Northwind Training");
        if (refused) {
            assertThatThrownBy(() -> password.requireMoreThan(own)).isInstanceOf(NewPassword.Unfit.class);
        } else {
            password.requireMoreThan(own);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
