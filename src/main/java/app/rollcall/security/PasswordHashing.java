package app.rollcall.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Argon2id with OWASP's parameters. Stored hashes name their algorithm, so it can be changed while old ones still work; a
 * hash made with less is renewed at the next sign-in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, SetUpSettings.class, PasswordSettings.class})
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Nobody's hash of nothing, drawn instead of computed: to check against it takes as long as against one of today's. */
    static String nobodys() {
        return "{argon2id}$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY_KIB, PASSES, LANES, drawn(SALT_BYTES), drawn(HASH_BYTES));
    }

    private static String drawn(int bytes) {
        byte[] drawn = new byte[bytes];
        new SecureRandom().nextBytes(drawn);
        return Base64.getEncoder().withoutPadding().encodeToString(drawn);
    }

    @Bean
    PasswordEncoder passwordEncoder(SignInSettings settings) {
        return new CappedPasswordEncoder(
                new DelegatingPasswordEncoder(
                        "argon2id",
                        Map.of(
                                "argon2id",
                                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES))),
                settings.parallelHashes());
    }
}
