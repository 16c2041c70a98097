package app.rollcall.security.ui;

import app.rollcall.security.SetUp;
import app.rollcall.security.SetUpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Outside the trial, while nobody owns this Rollcall: shows the way in to whoever can read the log. */
@Component
@ConditionalOnProperty(name = "rollcall.trial", havingValue = "false", matchIfMissing = true)
class SetUpAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(SetUpAnnouncement.class);

    private final SetUp setUp;
    private final SetUpSettings settings;
    private final String baseUrl;

    SetUpAnnouncement(
            SetUp setUp, SetUpSettings settings, @Value("${rollcall.base-url:http://localhost:8080}") String baseUrl) {
        this.setUp = setUp;
        this.settings = settings;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        Crossing.wait(setUp.link())
                .ifPresent(token -> log.warn(
                        "Nobody owns this Rollcall yet. Set it up here, once, within {} hours: {}/{}?{}={}",
                        settings.linkLife().toHours(),
                        baseUrl,
                        SetUpView.PATH,
                        SetUpView.TOKEN,
                        token.text()));
    }
}
