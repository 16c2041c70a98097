package app.rollcall;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Live learner management: the application. */
@SpringBootApplication
public class Rollcall implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(Rollcall.class, args);
    }
}
