package app.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import app.rollcall.security.OneTimeToken;
import app.rollcall.security.PasswordLinks;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import app.rollcall.security.SecurityTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
class PasswordControllerTest extends SecurityTest {

    private static final String MIRA = "mira@example.org";
    private static final String CHOSEN = "seventeen violet lanterns";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private PasswordLinks links;

    private final MockHttpSession session = new MockHttpSession();
    private MockMvc browser;

    @BeforeEach
    void browser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {MIRA, "nobody@example.org", "nonsense", ""})
    @DisplayName("LS-01 Whoever is asked for, the answer is the same page")
    void sameAnswer(String email) throws Exception {
        person(MIRA, "active");
        finished(post("/forgot_password/ask").param("email", email).with(csrf()))
                .andExpect(redirectedUrl("/forgot_password?asked"))
                .andExpect(unauthenticated());
    }

    @Test
    @DisplayName(
            "LS-01 The form sets the password and leads to the sign-in page; the log holds no token and no password")
    void chosen(CapturedOutput log) throws Exception {
        OneTimeToken token = opened(person(MIRA, "active"));

        finished(choose(CHOSEN))
                .andExpect(redirectedUrl("/sign_in?new_password"))
                .andExpect(unauthenticated());

        assertThat(NewPasswordView.KEPT.token(request())).isEmpty();
        assertThat(log.getAll()).doesNotContain(token.text(), CHOSEN, MIRA);
        assertThat(one(
                        "SELECT count(*) FROM audit_entry WHERE details::text LIKE '%" + token.text() + "%'",
                        Long.class))
                .isZero();
    }

    @Test
    @DisplayName("LS-01 What is not fit leads back to the page, which says why, and the link stays good")
    void unfit() throws Exception {
        opened(person(MIRA, "active"));
        finished(choose("PasswordPassword1")).andExpect(redirectedUrl("/new_password"));
        assertThat(NewPasswordView.KEPT.takeTyped(request()))
                .hasValue(new LinkSession.Typed(Map.of(), "security.password.problem.common"));
        finished(choose(CHOSEN)).andExpect(redirectedUrl("/sign_in?new_password"));
    }

    @Test
    @DisplayName("ASVS 3.5.1 Without Spring's token nothing is done, and opening the link with GET changes nothing")
    void tokens() throws Exception {
        OneTimeToken token = opened(person(MIRA, "active"));
        browser.perform(post("/new_password/choose").session(session).param("password", CHOSEN))
                .andExpect(redirectedUrl("/sign_in?again"));
        browser.perform(post("/forgot_password/ask").param("email", MIRA)).andExpect(redirectedUrl("/sign_in?again"));
        browser.perform(get("/new_password?token=" + token.text()).accept("text/html"))
                .andExpect(unauthenticated())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));
        assertThat(one("SELECT count(*) FROM one_time_link WHERE used_at IS NULL", Long.class))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("ASVS 7.4.3 A new password ends the sessions of the person, and of nobody else")
    void sessionsEnd() throws Exception {
        PersonId mira = person(MIRA, "active", Role.ADMIN);
        person("ana@example.org", "active", Role.ADMIN);
        MockHttpSession hers = signedIn(MIRA);
        MockHttpSession another = signedIn("ana@example.org");
        opened(mira);

        finished(choose(CHOSEN)).andExpect(redirectedUrl("/sign_in?new_password"));

        await().atMost(Duration.ofSeconds(5)).until(hers::isInvalid);
        assertThat(another.isInvalid()).isFalse();
    }

    private MockHttpSession signedIn(String email) throws Exception {
        MockHttpSession theirs = new MockHttpSession();
        browser.perform(post("/sign_in")
                        .session(theirs)
                        .with(csrf())
                        .param("email", email)
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/"));
        browser.perform(get("/").session(theirs).accept("text/html"));
        return theirs;
    }

    private OneTimeToken opened(PersonId person) {
        OneTimeToken token = links.mint(person).block();
        NewPasswordView.KEPT.keep(request(), token);
        return token;
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }

    private MockHttpServletRequestBuilder choose(String password) {
        return post("/new_password/choose")
                .session(session)
                .param("password", password)
                .with(csrf());
    }

    private ResultActions finished(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(asyncDispatch(browser.perform(form).andReturn()));
    }
}
