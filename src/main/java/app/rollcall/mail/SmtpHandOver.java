package app.rollcall.mail;

import app.rollcall.audit.LogText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Over SMTP, a connection a letter, on virtual threads, for Jakarta Mail blocks. */
final class SmtpHandOver implements HandOver, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpHandOver.class);
    private static final String PROTOCOL = "smtp";

    private final JavaMailSenderImpl server;
    private final Envelope envelope;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = Schedulers.fromExecutorService(threads, "mail");

    SmtpHandOver(JavaMailSenderImpl server, Envelope envelope) {
        this.server = server;
        this.envelope = envelope;
    }

    @Override
    public Mono<Outcome> give(Letter letter) {
        return Mono.fromCallable(() -> send(letter)).subscribeOn(scheduler).onErrorResume(e -> {
            log.error("{} could not be written", letter, e);
            return Mono.just(new Outcome.NotNow(e.getClass().getSimpleName()));
        });
    }

    private Outcome send(Letter letter) throws MessagingException {
        OurMessage message = envelope.around(letter, server.getSession());
        boolean taken = false;
        String protocol = server.getProtocol();
        try (Transport transport = server.getSession().getTransport(protocol == null ? PROTOCOL : protocol)) {
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            transport.sendMessage(message, message.getAllRecipients());
            taken = true;
        } catch (MessagingException e) {
            // What goes wrong while saying good-bye does not take back what was said before.
            return taken ? new Outcome.Taken() : read(e, message.written());
        }
        return new Outcome.Taken();
    }

    /** A server that refuses us, by our name or our sender, refuses no addressee: that is somebody's to mend, and the letters wait. */
    private static Outcome read(MessagingException failure, boolean written) {
        String words = words(failure);
        if (failure instanceof AuthenticationFailedException) {
            return new Outcome.NotNow(words);
        }
        for (@Nullable Exception next = failure; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException refused) {
                return answered(refused.getReturnCode(), words(refused), written);
            }
            if (next instanceof SMTPSenderFailedException) {
                return new Outcome.NotNow(words);
            }
        }
        return failure instanceof SMTPSendFailedException refused
                ? refused.getCommand().startsWith("MAIL")
                        ? new Outcome.NotNow(words)
                        : answered(refused.getReturnCode(), words, written)
                : answered(0, words, written);
    }

    private static Outcome answered(int code, String words, boolean written) {
        if (code >= 500) {
            return new Outcome.Refused(words);
        }
        return written && code < 400 ? new Outcome.Unknown(words) : new Outcome.NotNow(words);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static String words(MessagingException failure) {
        String said = failure.getMessage();
        return LogText.escaped(
                said == null || said.isBlank() ? failure.getClass().getSimpleName() : said.strip());
    }

    @Override
    public void destroy() {
        scheduler.dispose();
        threads.shutdown();
    }
}
