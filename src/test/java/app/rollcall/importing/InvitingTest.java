package app.rollcall.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rollcall.invitation.CannotAccept;
import app.rollcall.invitation.Invitations;
import app.rollcall.invitation.LinkState;
import app.rollcall.invitation.NewAccount;
import app.rollcall.learner.Directory;
import app.rollcall.learner.LearnerFilter;
import app.rollcall.learner.LearnerOrder;
import app.rollcall.learner.LearnerRow;
import app.rollcall.learner.StatusFilter;
import app.rollcall.mail.Letter;
import app.rollcall.mail.LetterBox;
import app.rollcall.security.NewPassword;
import app.rollcall.security.OneTimeToken;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What invited people hear, and become. */
class InvitingTest extends ImportScene {

    private static final Pattern LINK = Pattern.compile("/invitation/([A-Za-z0-9_-]{43})");
    private static final String HERE = "192.0.2.7";

    @Autowired
    private List<LetterBox> boxes;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Directory directory;

    @Test
    @DisplayName(
            "EG-03 EG-04 EG-05 Whoever is invited by hand or by a file is pending, gets the mail, and is active with the same address")
    void invited() {
        ImportId typed = imports.begin(admin, UUID.randomUUID(), "hand@example.org", List.of(), Beforehand.NOTHING)
                .block();
        reaches(typed, Step.ADDING);
        applied(checked(typed).id());
        applied(staged(file("file@example.org,Fay,File,course,FIRE-2026")).id());

        assertThat(pending()).extracting(LearnerRow::email).containsExactly("file@example.org", "hand@example.org");
        List<Letter> letters = letters();
        assertThat(letters)
                .extracting(letter -> letter.to().value())
                .containsExactlyInAnyOrder("file@example.org", "hand@example.org");

        letters.forEach(
                letter -> invitations.accept(token(letter), HERE, account()).block());
        assertThat(pending()).isEmpty();
        assertThat(
                        database.text(
                                "SELECT string_agg(email::text, ' ' ORDER BY email::text) FROM person WHERE learner AND status = 'active'"))
                .isEqualTo("file@example.org hand@example.org");
        assertThat(count("enrolment")).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "MA-05 The message of the list and those of its rows stand in the invitation, as text and escaped in the HTML")
    void messages() {
        ImportId id = listed("""
                email,first_name,last_name,item_type,item_id,message
                bea@example.org,Bea,B,course,FIRE-2026,Bring your <b>helmet</b> & boots
                bea@example.org,Bea,B,course,GDPR-101,"Bring your <b>helmet</b> & boots"
                carl@example.org,Carl,C,product,ONB-BASIC,"Two lines:
                Subject: won $1 {link}"
                """.getBytes(StandardCharsets.UTF_8)).id();
        imports.choose(
                        admin,
                        id,
                        new Options(Options.Invitations.NOW, false, null, "Welcome to all", null, Matching.DEFAULT))
                .block();
        applied(checked(id).id());

        List<Letter> letters = letters();
        Letter bea = to(letters, "bea@example.org");
        assertThat(bea.text())
                .contains("Welcome to all\n\nData protection, Fire safety: Bring your <b>helmet</b> & boots\n");
        assertThat(bea.html())
                .contains(
                        "Welcome to all<br><br>Data protection, Fire safety: Bring your &lt;b&gt;helmet&lt;/b&gt; &amp; boots")
                .doesNotContain("<b>");
        Letter carl = to(letters, "carl@example.org");
        assertThat(carl.text()).contains("Welcome to all\n\nTwo lines:\nSubject: won $1 {link}\n");
        assertThat(carl.subject()).doesNotContain("won");
    }

    @Test
    @DisplayName("MA-05 Without a message the mail has no gap where one would stand")
    void noMessage() {
        applied(staged(file("bea@example.org,Bea,B,course,FIRE-2026")).id());
        assertThat(letters().getFirst().text()).doesNotContain("\n\n\n").doesNotContain("{message}");
    }

    @Test
    @DisplayName(
            "TI-14 A list that disables somebody pending kills the link they hold: it is refused with its sentence, also after they are enabled again")
    void disabledByList() {
        applied(staged(file("bea@example.org,Bea,B,course,FIRE-2026")).id());
        OneTimeToken token = token(letters().getFirst());
        database.run("UPDATE invitation SET state = 'sent', sent_at = now(), leased_until = NULL");

        status("bea@example.org", "disabled");
        assertThat(invitations.open(token, HERE).block().state()).isEqualTo(LinkState.DISABLED);
        assertThatThrownBy(() -> invitations.accept(token, HERE, account()).block())
                .isInstanceOfSatisfying(
                        CannotAccept.class, cannot -> assertThat(cannot.state()).isEqualTo(LinkState.DISABLED));
        assertThat(count("credential")).isZero();

        status("bea@example.org", "active");
        assertThat(pending())
                .singleElement()
                .satisfies(row -> assertThat(row.invited()).isNull());
        assertThat(invitations.open(token, HERE).block().state()).isEqualTo(LinkState.REVOKED);
    }

    @Test
    @DisplayName("TI-14 Nothing is mailed to who is disabled before the invitation left; enabled again, they get it")
    void disabledBeforeItLeft() {
        applied(staged(file("bea@example.org,Bea,B,course,FIRE-2026")).id());
        status("bea@example.org", "disabled");
        assertThat(letters()).isEmpty();

        status("bea@example.org", "active");
        assertThat(letters()).extracting(letter -> letter.to().value()).containsExactly("bea@example.org");
    }

    private void status(String email, String status) {
        ImportId id = listed(("email,status\n" + email + "," + status + "\n").getBytes(StandardCharsets.UTF_8))
                .id();
        imports.choose(
                        admin,
                        id,
                        new Options(
                                Options.Invitations.NONE,
                                false,
                                null,
                                null,
                                null,
                                new Matching(Matching.DEFAULT.by(), Matching.Mode.UPSERT, false, false)))
                .block();
        applied(checked(id).id());
    }

    private List<LearnerRow> pending() {
        return directory
                .page(admin, new LearnerFilter("", StatusFilter.PENDING), LearnerOrder.NAME, 0, 50)
                .block();
    }

    private List<Letter> letters() {
        return boxes.stream()
                .filter(box -> box.kind().equals("invitation"))
                .flatMap(box -> box.take(10).block().stream())
                .toList();
    }

    private static Letter to(List<Letter> letters, String email) {
        return letters.stream()
                .filter(letter -> letter.to().value().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static OneTimeToken token(Letter letter) {
        Matcher link = LINK.matcher(letter.text());
        assertThat(link.find()).isTrue();
        return new OneTimeToken(link.group(1));
    }

    private static NewAccount account() {
        return new NewAccount(
                "Bea", "B", Locale.ENGLISH, ZoneOffset.UTC, new NewPassword("seven quiet lanterns by the sea"));
    }
}
