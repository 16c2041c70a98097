package app.rollcall.security;

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
