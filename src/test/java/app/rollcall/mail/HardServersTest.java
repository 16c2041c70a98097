package app.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("F10 Servers that say no, not now, or nothing")
class HardServersTest extends MailScene {

    private final ScriptedSmtp server = new ScriptedSmtp();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 Greylisted",
        "MAIL, 451 4.3.0 Try later",
        ".,    452 4.3.1 Out of space",
        "MAIL, 550 5.7.1 Who are you",
        "DATA, cut",
        "RCPT, cut"
    })
    @DisplayName("F10 What the server puts off, or does not have whole, or has against us, waits and is tried again")
    void later(String command, String answer) {
        long id = forgot("amara@example.org", "Amara");
        server.answer(command, answer);
        deliver();

        assertThat(state(id)).isEqualTo("queued");
        assertThat(waitOf(id)).isBetween(55L, 60L);
        assertThat(database.text("SELECT last_error FROM mail")).isNotBlank();

        server.behaveAgain();
        database.run("UPDATE mail SET next_attempt_at = now()");
        deliver();
        assertThat(state(id)).isEqualTo("sent");
        assertThat(database.number("SELECT count(*) FROM mail_try")).isZero();
    }

    @Test
    @DisplayName("F10 The wait grows: 1, 5, 15 minutes, 1 hour, 4 hours, 4 hours, and after five days it is given up")
    void backOff() {
        long id = forgot("amara@example.org", "Amara");
        server.answer("RCPT", "450 4.2.0 Greylisted");
        for (long minutes : new long[] {1, 5, 15, 60, 240, 240}) {
            // Somebody asked anew, or the link would be too old to be sent.
            database.run("UPDATE mail SET next_attempt_at = now(), created_at = now()");
            deliver();
            assertThat(waitOf(id)).isBetween(minutes * 60 - 5, minutes * 60);
        }
        database.run("UPDATE mail_try SET first_at = now() - interval '6 days'");
        database.run("UPDATE mail SET next_attempt_at = now(), created_at = now()");
        deliver();
        assertThat(state(id)).isEqualTo("failed");
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 mailbox unavailable", "., 554 5.7.1 looks like spam"})
    @DisplayName("F10 What the server refuses for good is failed, in its words, and not tried again")
    void refused(String command, String answer) {
        long id = forgot("amara@example.org", "Amara");
        server.answer(command, answer);
        deliver();
        deliver();

        assertThat(state(id)).isEqualTo("failed");
        assertThat(database.text("SELECT last_error FROM mail")).contains(answer);
        assertThat(box.counts().block().lastError()).contains(answer);
    }

    @Test
    @DisplayName("F10 A server that cuts the line after the whole mail may have it: unconfirmed, not sent twice")
    void cutAfterData() {
        long id = forgot("amara@example.org", "Amara");
        server.answer(".", ScriptedSmtp.CUT);
        deliver();
        assertThat(state(id)).isEqualTo("sending");

        server.behaveAgain();
        deliver();
        database.run("UPDATE mail SET lease_until = now() - interval '1 second'");
        deliver();

        assertThat(state(id)).isEqualTo("unconfirmed");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @DisplayName("F10 A slow server is waited for")
    void slow() {
        long id = forgot("amara@example.org", "Amara");
        server.slow(2_000);
        deliver();
        assertThat(state(id)).isEqualTo("sent");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    @DisplayName("F10 While nobody is at home mails wait; one address that is refused holds up no other")
    void down() throws IOException {
        long amara = forgot("amara@example.org", "Amara");
        server.close();
        deliver();
        assertThat(state(amara)).isEqualTo("queued");

        try (ScriptedSmtp other = new ScriptedSmtp()) {
            other.answer("RCPT", "550 no such user");
            database.run("UPDATE mail SET next_attempt_at = now()");
            drain(smtp(other.port()));
            other.behaveAgain();
            long daria = forgot("daria@example.org", "Daria");
            drain(smtp(other.port()));
            assertThat(state(amara)).isEqualTo("failed");
            assertThat(state(daria)).isEqualTo("sent");
        }
    }

    private void deliver() {
        drain(smtp(server.port()));
    }

    private long waitOf(long id) {
        return database.number(
                "SELECT extract(epoch FROM next_attempt_at - clock_timestamp())::bigint FROM mail WHERE id = ?", id);
    }
}
