package app.rollcall.mail;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.live.LiveEvents;
import app.rollcall.security.PersonId;
import app.rollcall.security.PersonalMail;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.r2dbc.core.DatabaseClient;

/** An outbox with people to write to, and a delivery to whichever server a test brings. */
@RollcallTest
abstract class MailScene {

    static final BaseUrl BASE = new BaseUrl("https://learn.example.org/");

    @Autowired
    TestDatabase database;

    @Autowired
    DatabaseClient client;

    @Autowired
    LiveEvents live;

    @Autowired
    MailQueries queries;

    @Autowired
    MailTemplates templates;

    @Autowired
    MailTries tries;

    @Autowired
    MailBox box;

    @Autowired
    PersonalMail mail;

    static final Duration TURN = Duration.ofSeconds(20);

    private SmtpHandOver smtp;

    @BeforeEach
    void organisation() {
        database.reset();
        database.run("INSERT INTO organisation (name) VALUES ('Northwind Training')");
    }

    @AfterEach
    void hangUp() {
        if (smtp != null) {
            smtp.destroy();
        }
    }

    /** Unlimited, as far as a test goes. */
    static MailProperties plenty() {
        return new MailProperties(600_000, 600_000, 4, Duration.ofMinutes(10), "Rollcall <post@example.org>", "", "");
    }

    HandOver smtp(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "5000");
        server.getJavaMailProperties().setProperty("mail.smtp.quitwait", "false");
        smtp = new SmtpHandOver(server, new Envelope(plenty(), BASE, Clock.systemUTC()));
        return smtp;
    }

    Delivery delivery(HandOver handOver, MailProperties properties) {
        return new Delivery(List.of(box), handOver, new MailRate(client, properties), tries, live, properties, TURN);
    }

    void drain(HandOver handOver) {
        delivery(handOver, plenty()).drain().block();
    }

    /** Somebody who forgot the password; the mail's id. */
    long forgot(String email, String firstName) {
        long person = database.learner(email, firstName, "Okafor");
        mail.passwordLink(new PersonId(person)).block();
        return database.id("SELECT id FROM mail WHERE person_id = ?", person);
    }

    String state(long id) {
        return database.text("SELECT state FROM mail WHERE id = ?", id);
    }
}
