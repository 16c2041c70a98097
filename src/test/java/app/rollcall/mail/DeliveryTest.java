package app.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DeliveryTest extends MailScene {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        server.start();
    }

    @AfterEach
    void close() {
        server.stop();
    }

    @Test
    @DisplayName(
            "LS-01 The mail holds a link whose token nobody else has: the database knows its hash, and no row its text")
    void link() throws Exception {
        long id = forgot("amara@example.org", "Amara");
        deliver();

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Choose a new password");
        Matcher link = Pattern.compile(
                        "https://learn\\.example\\.org/new_password\\?token=(\\S+)|http://\\S+token=(\\S+)")
                .matcher(text(mail));
        assertThat(link.find()).isTrue();
        String token = link.group(1) == null ? link.group(2) : link.group(1);
        assertThat(database.text("SELECT encode(token_hash, 'hex') FROM one_time_link"))
                .isEqualTo(HexFormat.of().formatHex(new OneTimeToken(token).hash()));
        assertThat(database.text("SELECT m::text FROM mail m")).doesNotContain(token);
        assertThat(database.number("SELECT count(*) FROM audit_entry WHERE details::text LIKE ?", "%" + token + "%"))
                .isZero();
        assertThat(mail.getMessageID())
                .isEqualTo("<" + database.text("SELECT message_key FROM mail") + "@example.org>");
        assertThat(state(id)).isEqualTo("sent");
        assertThat(html(mail)).contains("<a href=\"").contains(token);
    }

    @Test
    @DisplayName("LS-01 People are written to in their language, and those of others in English")
    void language() throws Exception {
        forgot("jonas@example.org", "Jonas");
        database.run("UPDATE person SET locale = 'de-AT'");
        deliver();
        assertThat(only().getSubject()).isEqualTo("Neues Passwort wählen");
    }

    @Test
    @DisplayName("ASVS 1.3.11 A name cannot begin a header: one recipient, one subject, no copy to anybody")
    void headerInjection() throws Exception {
        forgot("eve@example.org", "Eve\r\nBcc: all@example.org\r\nSubject: Won\r\n\r\nHello");
        deliver();

        MimeMessage mail = only();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("Subject")).containsExactly("Choose a new password");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0].toString()).contains("eve@example.org");
    }

    @Test
    @DisplayName("ASVS 1.3.11 MA-05 A message begins no header and ends no mail; in the HTML it is text")
    void messageInjection() throws Exception {
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        queries.queue(
                        MailKind.MESSAGE,
                        new PersonId(amara),
                        Map.of(
                                "subject", "News\r\nBcc: all@example.org",
                                "message", "One\r\n.\r\nMAIL FROM:<eve@example.org>\r\n<script>alert(1)</script>",
                                "inviter", "Mira\r\nX-Evil: yes"))
                .block();
        deliver();

        MimeMessage mail = only();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getSubject()).isEqualTo("News Bcc: all@example.org");
        assertThat(text(mail)).contains("MAIL FROM:<eve@example.org>", "<script>");
        assertThat(html(mail)).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    @DisplayName("Nothing is mailed to who was disabled meanwhile, and no link that was asked for long ago")
    void withdrawn() {
        long closed = forgot("amara@example.org", "Amara");
        database.run("UPDATE person SET status = 'disabled', status_before = 'active'");
        long stale = forgot("daria@example.org", "Daria");
        database.run("UPDATE mail SET created_at = now() - interval '31 minutes' WHERE id = ?", stale);
        deliver();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(List.of(state(closed), state(stale))).containsOnly("withdrawn");
    }

    @Test
    @DisplayName("C7 Who asks twice gets one link that works: what waited is replaced, and an earlier one is dead")
    void askedTwice() {
        forgot("amara@example.org", "Amara");
        deliver();
        PersonId amara = new PersonId(1);
        mail.passwordLink(amara).block();
        mail.passwordLink(amara).block();
        deliver();

        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(database.number("SELECT count(*) FROM one_time_link WHERE used_at IS NULL"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "F2 Two hundred mails committed are two hundred mails received, each once, with two deliveries at work")
    void equal() throws Exception {
        for (int n = 0; n < 200; n++) {
            forgot("learner" + n + "@d" + n % 7 + ".example.org", "Learner");
        }
        HandOver out = smtp(server.getSmtp().getPort());
        Flux.merge(delivery(out, plenty()).drain(), delivery(out, plenty()).drain())
                .blockLast();

        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(mail -> header(mail, "Message-ID"))
                        .distinct())
                .hasSize(200);
        assertThat(server.getReceivedMessages()).hasSize(200);
        assertThat(database.number("SELECT count(*) FROM mail WHERE state = 'sent'"))
                .isEqualTo(200);
    }

    @Test
    @DisplayName("No more leave at once than the rate allows, to all and to one domain; the others are not held up")
    void rate() throws Exception {
        for (int n = 0; n < 12; n++) {
            forgot("a" + n + "@crowded.example.org", "Amara");
        }
        forgot("b@elsewhere.example.org", "Daria");
        MailProperties slow = new MailProperties(1200, 120, 2, Duration.ofMinutes(10), "post@example.org", "", "");
        delivery(smtp(server.getSmtp().getPort()), slow).drain().block();

        List<String> domains = Arrays.stream(server.getReceivedMessages())
                .map(mail -> header(mail, "To").replaceAll("^.*@|>$", ""))
                .toList();
        assertThat(domains.stream().filter(domain -> domain.startsWith("crowded")))
                .hasSizeBetween(6, 8);
        assertThat(domains).contains("elsewhere.example.org");
        assertThat(database.number("SELECT count(*) FROM mail WHERE state = 'queued' AND last_error IS NULL"))
                .isBetween(4L, 6L);
        assertThat(database.number("SELECT count(*) FROM mail_try")).isZero();

        MailProperties minute = new MailProperties(20, 20, 2, Duration.ofMinutes(10), "post@example.org", "", "");
        database.run("DELETE FROM mail_rate");
        database.run("UPDATE mail SET next_attempt_at = now() WHERE state = 'queued'");
        server.purgeEmailFromAllMailboxes();
        delivery(smtp(server.getSmtp().getPort()), minute).drain().block();
        assertThat(server.getReceivedMessages()).hasSizeBetween(1, 2);
    }

    @Test
    @DisplayName("F2 When a delivery's turn is over, the letters it has claimed still leave and are known to have left")
    void endOfTurn() {
        for (int n = 0; n < 120; n++) {
            forgot("learner" + n + "@d" + n % 7 + ".example.org", "Learner");
        }
        HandOver slow = _ -> Mono.delay(Duration.ofMillis(5)).thenReturn(new Outcome.Taken());
        new Delivery(List.of(box), slow, new MailRate(client, plenty()), tries, live, plenty(), Duration.ofMillis(1))
                .drain()
                .block();

        assertThat(database.number("SELECT count(*) FROM mail WHERE state = 'sending'"))
                .isZero();
        assertThat(database.number("SELECT count(*) FROM mail WHERE state = 'sent'"))
                .as("a round, not all of them")
                .isEqualTo(50);
    }

    @Test
    @DisplayName("F2 A crash between the server's yes and ours leaves the mail unconfirmed, shown, and not sent again")
    void crash() {
        long id = forgot("amara@example.org", "Amara");
        Letter letter = box.take(1).block().getFirst();
        smtp(server.getSmtp().getPort()).give(letter).block();
        database.run("UPDATE mail SET lease_until = now() - interval '1 second'");

        deliver();

        assertThat(state(id)).isEqualTo("unconfirmed");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(box.counts().block().failed()).isEqualTo(1);
    }

    @Test
    @DisplayName("A message, which is not necessary, says how to unsubscribe; a link to a password does not")
    void unsubscribe() throws Exception {
        long amara = database.learner("amara@example.org", "Amara", "Okafor");
        queries.queue(
                        MailKind.MESSAGE,
                        new PersonId(amara),
                        Map.of("subject", "News", "message", "Hello", "inviter", "Mira"))
                .block();
        forgot("daria@example.org", "Daria");
        deliver();

        for (MimeMessage mail : server.getReceivedMessages()) {
            String unsubscribe = mail.getHeader("List-Unsubscribe", ",");
            if (mail.getSubject().equals("News")) {
                assertThat(unsubscribe).isEqualTo("<mailto:post@example.org?subject=unsubscribe>");
            } else {
                assertThat(unsubscribe).isNull();
            }
        }
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    private void deliver() {
        drain(smtp(server.getSmtp().getPort()));
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static String html(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent().toString();
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
