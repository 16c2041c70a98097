package app.rollcall.trial;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a trial has beyond an ordinary Rollcall. {@code rollcall.sample=false} leaves it without people. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("rollcall.trial")
class TrialConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TrialConfiguration.class);

    /** Loads before the web server opens, so that the first page finds everybody. */
    @Bean
    @DependsOnDatabaseInitialization
    @ConditionalOnBooleanProperty(name = "rollcall.sample", matchIfMissing = true)
    SmartInitializingSingleton sampleOrganisation(DataSource dataSource, ObjectProvider<PasswordEncoder> encoder) {
        return () -> {
            long start = System.nanoTime();
            PasswordEncoder ours = encoder.getIfAvailable(Argon2PasswordEncoder::defaultsForSpringSecurity_v5_8);
            if (new SampleOrganisation(dataSource, ours).loadIfEmpty()) {
                log.info("Made the sample organisation in {} ms", (System.nanoTime() - start) / 1_000_000);
            }
        };
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "rollcall.sample", matchIfMissing = true)
    TrialAccounts trialAccounts() {
        return new TrialAccounts();
    }
}
