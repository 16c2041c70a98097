package app.rollcall.invitation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.security.SecurityTest;
import app.rollcall.security.ui.LinkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class AcceptControllerTest extends SecurityTest {

    @Autowired
    private WebApplicationContext context;

    private final MockHttpSession session = new MockHttpSession();
    private final OneTimeToken token = OneTimeToken.mint();
    private MockMvc browser;
    private PersonId bea;

    @BeforeEach
    void anInvitation() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        bea = personWithoutPassword("bea@example.org", "pending");
        database.sql("""
                        INSERT INTO invitation (person_id, state, token_hash, sent_to, sent_at, expires_at)
                        VALUES (:person, 'sent', :hash, 'bea@example.org', now(), now() + interval '1 day')
                        """)
                .bind("person", bea.value())
                .bind("hash", token.hash())
                .then()
                .block();
    }

    @Test
    @DisplayName(
            "LS-02 Following the link takes the token out of the URL and changes nothing, as scanners of mail do it too")
    void follow(CapturedOutput log) throws Exception {
        browser.perform(get("/invitation/" + token.text()).session(session))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/invitation"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));

        assertThat(AcceptPaths.KEPT.token(request())).contains(token);
        assertThat(one("SELECT state FROM invitation", String.class)).isEqualTo("sent");
        assertThat(log.getAll()).doesNotContain(token.text());
    }

    @Test
    @DisplayName("LS-02 ASVS 7.2.4 Accepting signs the person in under a new session id, and leads home")
    void accept() throws Exception {
        opened();
        String before = session.getId();
        finished(form().with(csrf())).andExpect(redirectedUrl("/"));

        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(AcceptPaths.KEPT.token(request())).isEmpty();
        browser.perform(get("/").session(session))
                .andExpect(authenticated()
                        .withAuthentication(is -> assertThat(is.getName()).isEqualTo(Long.toString(bea.value()))));
        assertThat(one("SELECT status FROM person WHERE id = " + bea.value(), String.class))
                .isEqualTo("active");
        assertThat(auditSince(0)).contains("accepted", "signed_in");
    }

    @Test
    @DisplayName("ASVS 3.5.1 Without Spring's token, or without the link's, nothing is accepted")
    void tokensNeeded() throws Exception {
        finished(form().with(csrf())).andExpect(redirectedUrl("/invitation"));
        opened();
        browser.perform(form()).andExpect(redirectedUrl("/sign_in?again")).andExpect(unauthenticated());
        assertThat(one("SELECT state FROM invitation", String.class)).isEqualTo("sent");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', seven quiet lanterns by the sea, de, Europe/Lisbon, name",
        "Bea, '', too short, de, Europe/Lisbon, password",
        "Bea, '', passwordpassword, de, Europe/Lisbon, common",
        "Beatrizelena, Carvalho, beatrizelenacarvalho, de, Europe/Lisbon, own_words",
        "Bea, '', seven quiet lanterns by the sea, '', Europe/Lisbon, zone",
        "Bea, '', seven quiet lanterns by the sea, de, Mars/Olympus, zone"
    })
    @DisplayName(
            "A field that is not right leads back with what was typed, except the password, and the link stays good")
    void notRight(String first, String last, String password, String locale, String zone, String problem)
            throws Exception {
        opened();
        finished(form(first, last, password, locale, zone).with(csrf())).andExpect(redirectedUrl("/invitation"));

        LinkSession.Typed typed = AcceptPaths.KEPT.typed(request()).orElseThrow();
        assertThat(typed.problemKey()).isEqualTo("invitation.problem." + problem);
        assertThat(typed.fields()).containsEntry("first_name", first).doesNotContainValue(password);
        assertThat(one("SELECT state FROM invitation", String.class)).isEqualTo("sent");
    }

    @Test
    @DisplayName("LS-02 Who is second is led to the page that says so")
    void second() throws Exception {
        opened();
        database.sql("UPDATE invitation SET state = 'accepted'").then().block();
        finished(form().with(csrf())).andExpect(redirectedUrl("/invitation"));
        browser.perform(get("/").session(session)).andExpect(unauthenticated());
    }

    @Test
    @DisplayName("LS-02 Who is signed in as somebody else leaves first, which is written down, and the link stays")
    void switchPerson() throws Exception {
        person("mira@example.org", "active", Role.ADMIN);
        browser.perform(post("/sign_in")
                        .session(session)
                        .with(csrf())
                        .param("email", "mira@example.org")
                        .param("password", PASSWORD))
                .andExpect(authenticated());
        opened();
        finished(form().with(csrf())).andExpect(redirectedUrl("/invitation"));
        assertThat(one("SELECT state FROM invitation", String.class))
                .as("a form of an older tab accepts nothing either")
                .isEqualTo("sent");
        MockHttpSession after = (MockHttpSession)
                browser.perform(post("/invitation/switch").session(session).with(csrf()))
                        .andExpect(redirectedUrl("/invitation"))
                        .andReturn()
                        .getRequest()
                        .getSession();

        assertThat(session.isInvalid()).isTrue();
        assertThat(after.getAttribute("rollcall.invitation.token")).isEqualTo(token);
        browser.perform(get("/").session(after)).andExpect(unauthenticated());
        assertThat(auditSince(0)).contains("signed_out");
        assertThat(one("SELECT state FROM invitation", String.class)).isEqualTo("sent");
    }

    private void opened() throws Exception {
        browser.perform(get("/invitation/" + token.text()).session(session));
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }

    private MockHttpServletRequestBuilder form() {
        return form("Beatriz", "Carvalho", "seven quiet lanterns by the sea", "de", "Europe/Lisbon");
    }

    private MockHttpServletRequestBuilder form(String first, String last, String password, String locale, String zone) {
        return post("/invitation/accept")
                .session(session)
                .param("first_name", first)
                .param("last_name", last)
                .param("password", password)
                .param("locale", locale)
                .param("time_zone", zone);
    }

    private ResultActions finished(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(asyncDispatch(browser.perform(form).andReturn()));
    }
}
