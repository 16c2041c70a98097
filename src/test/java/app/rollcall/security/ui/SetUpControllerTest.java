package app.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import app.rollcall.security.OneTimeToken;
import app.rollcall.security.SecurityTest;
import app.rollcall.security.SetUp;
import app.rollcall.security.SetUpSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Pattern;
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
class SetUpControllerTest extends SecurityTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private SetUp setUp;

    private final MockHttpSession session = new MockHttpSession();
    private MockMvc browser;

    @BeforeEach
    void browser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    @DisplayName("RL The log shows a link that makes the owner, and after that no more")
    void fromTheLog(CapturedOutput log) throws Exception {
        SetUpAnnouncement announcement =
                new SetUpAnnouncement(setUp, new SetUpSettings(Duration.ofHours(24)), "https://learn.example.org/");
        announcement.announce();
        var link = Pattern.compile("https://learn\\.example\\.org/set_up\\?token=(\\S+)")
                .matcher(log.getOut());
        assertThat(link.find()).isTrue();
        opened(new OneTimeToken(link.group(1)));

        finished(form("Contoso", "ann@example.org", PASSWORD).with(csrf())).andExpect(redirectedUrl("/sign_in?set_up"));

        assertThat(one(
                        "SELECT email::text FROM person JOIN person_role ON person_id = id AND role = 'owner'",
                        String.class))
                .isEqualTo("ann@example.org");
        announcement.announce();
        link.reset(log.getOut());
        assertThat(link.results().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ann@example.org, correct horse battery staple, name",
        "Contoso, ann@nodot, correct horse battery staple, email",
        "Contoso, ann@example.org, too short, password"
    })
    @DisplayName(
            "A field that is not right leads back with what was typed, except the password, and the link stays good")
    void notRight(String organisation, String email, String password, String problem) throws Exception {
        OneTimeToken token = setUp.link().block();
        opened(token);

        finished(form(organisation, email, password).with(csrf())).andExpect(redirectedUrl("/set_up"));

        LinkSession.Typed typed = SetUpView.KEPT.typed(request()).orElseThrow();
        assertThat(typed.problemKey()).isEqualTo("security.set-up.problem." + problem);
        assertThat(typed.fields()).containsEntry("email", email).doesNotContainValue(password);
        assertThat(setUp.accepts(token).block()).isTrue();
        assertThat(one("SELECT count(*) FROM person", Long.class)).isZero();
    }

    @Test
    @DisplayName("ASVS 3.5.1 Without Spring's token, or without the link's, nobody becomes the owner")
    void tokensNeeded() throws Exception {
        finished(form("Contoso", "ann@example.org", PASSWORD).with(csrf())).andExpect(redirectedUrl("/set_up"));
        opened(setUp.link().block());
        browser.perform(form("Contoso", "ann@example.org", PASSWORD)).andExpect(redirectedUrl("/sign_in?again"));
        assertThat(one("SELECT count(*) FROM person", Long.class)).isZero();
    }

    private void opened(OneTimeToken token) {
        SetUpView.KEPT.keep(request(), token);
        assertThat(Collections.list(session.getAttributeNames())).hasSize(1);
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return request;
    }

    private MockHttpServletRequestBuilder form(String organisation, String email, String password) {
        return post("/set_up/owner")
                .session(session)
                .param("organisation", organisation)
                .param("first_name", "Ann")
                .param("last_name", "Lee")
                .param("email", email)
                .param("password", password);
    }

    private ResultActions finished(MockHttpServletRequestBuilder form) throws Exception {
        return browser.perform(asyncDispatch(browser.perform(form).andReturn()));
    }
}
