package app.rollcall.mail;

import app.rollcall.job.Recurring;
import app.rollcall.live.LiveEvents;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;

/** Puts the room together: in a trial mail is caught, elsewhere it leaves by the server of {@code spring.mail.*}, or waits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(20);

    @Bean
    BaseUrl baseUrl(@Value("${rollcall.base-url:}") String chosen, @Value("${server.port:8080}") int port) {
        return new BaseUrl(chosen.isBlank() ? "http://127.0.0.1:" + port : chosen);
    }

    @Bean
    @ConditionalOnBooleanProperty("rollcall.trial")
    HandOver caught(CaughtQuery caught) {
        return letter -> caught.keep(letter)
                .<Outcome>thenReturn(new Outcome.Taken())
                .onErrorResume(e -> Mono.just(new Outcome.NotNow(e.getClass().getSimpleName())));
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "rollcall.trial", havingValue = false, matchIfMissing = true)
    @ConditionalOnProperty("spring.mail.host")
    HandOver smtp(JavaMailSenderImpl server, MailProperties properties, BaseUrl baseUrl, Clock clock) {
        return new SmtpHandOver(server, new Envelope(properties, baseUrl, clock));
    }

    /** One task for the whole cluster, so that the rate needs no agreement. */
    @Bean
    RecurringTask<Void> mailTask(
            List<LetterBox> boxes,
            ObjectProvider<HandOver> handOver,
            MailRate rate,
            MailTries tries,
            LiveEvents live,
            MailProperties properties) {
        HandOver out = handOver.getIfAvailable();
        if (out == null) {
            return Recurring.every("mail", PAUSE, Mono::empty);
        }
        Delivery delivery = new Delivery(boxes, out, rate, tries, live, properties, TURN);
        return Recurring.every("mail", PAUSE, delivery::drain);
    }
}
