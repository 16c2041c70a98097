package app.rollcall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application but its web server, on the JVM's one PostgreSQL, without the sample organisation. All
 * such tests share one context: clean up with {@link TestDatabase#reset()}, in {@code @BeforeEach}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "rollcall.test.database=true",
            "management.server.port=-1",
            "db-scheduler.polling-interval=200ms",
            "spring.r2dbc.pool.initial-size=1"
        })
@Import(TestDatabase.class)
public @interface RollcallTest {}
