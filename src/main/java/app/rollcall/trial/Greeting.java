package app.rollcall.trial;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look, once all is up. */
@Component
class Greeting implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return;
        }
        if (environment.getProperty("rollcall.trial", Boolean.class, false)) {
            String data = environment.getProperty("rollcall.data", "./data");
            log.info("Rollcall is open at http://localhost:{} (trial; data in {})", port, data);
        } else {
            log.info("Rollcall is open at http://localhost:{}", port);
        }
    }
}
