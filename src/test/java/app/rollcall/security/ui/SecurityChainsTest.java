package app.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.rollcall.security.Role;
import app.rollcall.security.SecurityTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

class SecurityChainsTest extends SecurityTest {

    private static final String MIRA = "mira@example.org";

    @Autowired
    private WebApplicationContext context;

    @Value("${local.server.port}")
    private int port;

    @Value("${local.management.port}")
    private int managementPort;

    private MockMvc browser;

    @BeforeEach
    void browser() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    @DisplayName(
            "LS-01 Whoever is not signed in is led to the sign-in page, and back to where they wanted to go after it")
    void ledToSignInAndBack() throws Exception {
        person(MIRA, "active", Role.ADMIN);
        MockHttpSession session = new MockHttpSession();
        browser.perform(get("/?tab=all").session(session).accept("text/html")).andExpect(redirectedUrl("/sign_in"));
        browser.perform(signIn(MIRA, PASSWORD).session(session))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string("Location", org.hamcrest.Matchers.containsString("/?tab=all")));
    }

    @Test
    @DisplayName("ASVS 7.2.4 Signing in changes the session's id, and makes an actor of the person")
    void newSessionId() throws Exception {
        person(MIRA, "active", Role.CUSTOMER_SERVICE);
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();
        browser.perform(signIn(MIRA, PASSWORD).session(session))
                .andExpect(redirectedUrl("/"))
                .andExpect(authenticated()
                        .withAuthentication(is -> assertThat(
                                        CurrentActor.of(is).orElseThrow().name())
                                .isEqualTo("Mira Solberg")))
                .andExpect(authenticated().withRoles("LIST_LEARNERS", "MANAGE_USERS", "IMPORT_LEARNERS", "SEE_JOBS"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign_in", "/sign_in?v-r=uidl", "/sign_in?v-r=heartbeat", "/sign_in?v-r=init"})
    @DisplayName(
            "ASVS 3.5.1 Without Spring's token nobody is signed in, not even when the form is dressed up as Vaadin's")
    void tokenNeeded(String path) throws Exception {
        person(MIRA, "active");
        browser.perform(post(path).param("email", MIRA).param("password", PASSWORD))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign_in?again"));
        browser.perform(post(path)
                        .with(csrf().useInvalidToken())
                        .param("email", MIRA)
                        .param("password", PASSWORD))
                .andExpect(unauthenticated());
    }

    @Test
    @DisplayName("ASVS 3.5.1 Signing out takes a POST with the token, ends the session and is audited")
    void signOut() throws Exception {
        person(MIRA, "active");
        MockHttpSession session = signedIn();
        long line = lastAuditLine();
        browser.perform(get("/sign_out").session(session));
        browser.perform(post("/sign_out").session(session));
        browser.perform(post("/sign_out?v-r=uidl").session(session));
        assertThat(session.isInvalid()).isFalse();

        browser.perform(post("/sign_out").session(session).with(csrf()))
                .andExpect(redirectedUrl("/sign_in?signed_out"))
                .andExpect(unauthenticated());
        assertThat(session.isInvalid()).isTrue();
        assertThat(auditSince(line)).containsExactly("signed_out");
    }

    @Test
    @DisplayName("LS-01 Every failure answers with the same bytes")
    void sameAnswer() throws Exception {
        person(MIRA, "active");
        person("disabled@example.org", "disabled");
        person("pending@example.org", "pending");
        personWithoutPassword("bare@example.org", "active");
        List<String> answers = new ArrayList<>();
        answers.add(answer(signIn("nobody@example.org", PASSWORD)));
        answers.add(answer(signIn("nonsense", PASSWORD)));
        answers.add(answer(signIn("disabled@example.org", PASSWORD)));
        answers.add(answer(signIn("pending@example.org", PASSWORD)));
        answers.add(answer(signIn("bare@example.org", PASSWORD)));
        for (int i = 0; i < 5; i++) {
            answers.add(answer(signIn(MIRA, "wrong")));
        }
        database.sql("UPDATE sign_in_throttle SET failures = 20 WHERE subject LIKE 'address:%'")
                .then()
                .block();
        answers.add(answer(signIn(MIRA, PASSWORD)));
        assertThat(answers).hasSize(11).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).contains("Location: /sign_in?error");
    }

    @Test
    @DisplayName("ASVS 3.4 Every answer carries the headers of the house; HSTS only where there is HTTPS")
    void headers() throws Exception {
        browser.perform(get("/sign_in").accept("text/html"))
                .andExpect(header().string("Content-Security-Policy", SecurityHeaders.CONTENT_POLICY))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Permissions-Policy", SecurityHeaders.PERMISSIONS))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"))
                .andExpect(header().doesNotExist("Strict-Transport-Security"));
        browser.perform(get("/sign_in").secure(true).accept("text/html"))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains"));
    }

    @Test
    @DisplayName("Our own style sheets are there before anybody signs in; other files are not")
    void staticFiles() throws Exception {
        assertThat(over(port, "/sign-in.css").statusCode()).isEqualTo(200);
        for (String file : List.of("/application.properties", "/texts/security.properties", "/fonts.txt", "/a/b.css")) {
            assertThat(over(port, file).statusCode()).as(file).isEqualTo(302);
        }
    }

    @Test
    @DisplayName("ASVS 7.3.2 A session ends twelve hours after its sign-in, however busy it is")
    void absoluteLimit() throws Exception {
        person(MIRA, "active", Role.ADMIN);
        MockHttpSession session = signedIn();
        browser.perform(get("/").session(session).accept("text/html"));
        assertThat(session.getAttribute(SessionLimit.SINCE)).isInstanceOf(Instant.class);
        session.setAttribute(SessionLimit.SINCE, Instant.now().minus(Duration.ofHours(12)));
        browser.perform(get("/").session(session).accept("text/html")).andExpect(redirectedUrl("/sign_in"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    @DisplayName("ASVS 3.3 The session's cookie is HttpOnly and SameSite=Lax")
    void cookie() throws Exception {
        HttpResponse<String> page = over(port, "/sign_in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("JSESSIONID=")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    @DisplayName("ASVS 13.4.5 The management port has health and numbers and nothing else")
    void managementPort() throws Exception {
        assertThat(over(managementPort, "/actuator/health").statusCode()).isEqualTo(200);
        assertThat(over(managementPort, "/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String path :
                List.of("/actuator/env", "/actuator/heapdump", "/actuator/loggers", "/actuator", "/", "/sign_in")) {
            HttpResponse<String> answer = over(managementPort, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(over(port, "/actuator/health").statusCode()).isIn(302, 403, 404);
    }

    private MockHttpSession signedIn() throws Exception {
        MockHttpSession session = new MockHttpSession();
        browser.perform(signIn(MIRA, PASSWORD).session(session)).andExpect(authenticated());
        return session;
    }

    private static MockHttpServletRequestBuilder signIn(String email, String password) {
        return post("/sign_in").with(csrf()).param("email", email).param("password", password);
    }

    private String answer(MockHttpServletRequestBuilder attempt) throws Exception {
        MockHttpServletResponse response = browser.perform(attempt)
                .andExpect(unauthenticated())
                .andReturn()
                .getResponse();
        StringBuilder answer = new StringBuilder().append(response.getStatus());
        response.getHeaderNames()
                .forEach(name -> answer.append('\n')
                        .append(name)
                        .append(": ")
                        .append(String.join(", ", response.getHeaders(name))));
        return answer.append("\n\n").append(response.getContentAsString()).toString();
    }

    private static HttpResponse<String> over(int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Accept", "text/html, application/json, text/plain")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
