package app.rollcall;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that screens tell times by. What two machines compare is told by PostgreSQL's. */
@Configuration(proxyBeanMethods = false)
class Times {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
