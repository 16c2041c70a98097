package app.rollcall.invitation.ui;

import app.rollcall.security.OpenPath;
import app.rollcall.security.ui.LinkSession;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where an invitation's link leads, open to who is not signed in, and the names of its form's fields. */
@Configuration(proxyBeanMethods = false)
class AcceptPaths {

    static final String PAGE = "invitation";
    static final String LINK = "/invitation/{token}";
    static final String ACCEPT = "invitation/accept";
    static final String SWITCH = "invitation/switch";

    /** What is kept of the link while its page is open. */
    static final LinkSession KEPT = new LinkSession("invitation");

    static final String FIRST_NAME = "first_name";
    static final String LAST_NAME = "last_name";
    static final String LOCALE = "locale";
    static final String TIME_ZONE = "time_zone";
    static final String PASSWORD = "password";

    @Bean
    OpenPath invitationLink() {
        return new OpenPath("GET", LINK);
    }

    @Bean
    OpenPath invitationForm() {
        return new OpenPath("POST", "/" + ACCEPT);
    }

    @Bean
    OpenPath invitationSwitch() {
        return new OpenPath("POST", "/" + SWITCH);
    }
}
