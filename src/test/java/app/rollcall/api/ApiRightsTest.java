package app.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Refused;
import app.rollcall.security.Role;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@ExtendWith(OutputCaptureExtension.class)
class ApiRightsTest extends ApiScene {

    /** Every route, and the scope it takes. */
    private enum Route {
        BEGIN(ApiScope.IMPORTS_WRITE),
        SEE(ApiScope.IMPORTS_READ),
        ROWS(ApiScope.IMPORTS_READ),
        EVENTS(ApiScope.IMPORTS_READ),
        CONFIRM(ApiScope.IMPORTS_WRITE),
        PAUSE(ApiScope.IMPORTS_WRITE),
        RESUME(ApiScope.IMPORTS_WRITE),
        CANCEL(ApiScope.IMPORTS_WRITE);

        private final ApiScope takes;

        Route(ApiScope takes) {
            this.takes = takes;
        }

        AbstractMockHttpServletRequestBuilder<?> at(String address) {
            return switch (this) {
                case BEGIN -> file(GOOD);
                case SEE -> get(address);
                case ROWS -> get(address + "/rows");
                case EVENTS -> get(address + "/events?until=review");
                case CONFIRM -> post(address + "/confirm").content("{\"version\": 1}");
                case PAUSE -> post(address + "/pause");
                case RESUME -> post(address + "/resume");
                case CANCEL -> post(address + "/cancel");
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @DisplayName("API Without a token that is good no route says more than that")
    void noToken(Route route) throws Exception {
        String at = reviewed(GOOD, "{}");
        Answer none = ask(route.at(at), "");
        assertThat(none.problem()).isEqualTo("401 token-missing");
        assertThat(none.response().getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(none.response().getContentType()).startsWith("application/problem+json");
        assertThat(none.response().getCookies()).isEmpty();
        assertThat(ask(route.at(at), "guessed").problem()).isEqualTo("401 token-not-good");
        assertThat(ask(route.at(at), ApiToken.mint().text()).problem()).isEqualTo("401 token-not-good");

        clients.revoke(admin, clients.list(admin).block().getFirst().id()).block();
        assertThat(ask(route.at(at), token).problem()).isEqualTo("401 token-not-good");
        assertThat(database.number("SELECT count(*) FROM job")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @DisplayName("API A client does only what it was made for")
    void wrongScope(Route route) throws Exception {
        String at = reviewed(GOOD, "{}");
        ApiScope other = route.takes == ApiScope.IMPORTS_READ ? ApiScope.IMPORTS_WRITE : ApiScope.IMPORTS_READ;
        Answer answer = ask(route.at(at), token(admin, other));
        assertThat(answer.problem()).isEqualTo("403 scope-missing");
        assertThat(answer.<String>at("$.detail")).contains(route.takes.code());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    @DisplayName("API A client loses with its person: the role that is taken away, the account that is closed")
    void personLoses(Route route) throws Exception {
        String at = reviewed(GOOD, "{}");
        database.run("DELETE FROM person_role WHERE person_id = ?", admin.id().value());
        assertThat(ask(route.at(at), token).problem()).isEqualTo("403 not-allowed");
        database.run(
                "UPDATE person SET status = 'disabled', status_before = 'active' WHERE id = ?",
                admin.id().value());
        assertThat(ask(route.at(at), token).problem()).isEqualTo("401 token-not-good");
    }

    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BEGIN"})
    @DisplayName("API RL The client of somebody of customer service sees that person's imports only")
    void ownOnly(Route route) throws Exception {
        String others = reviewed(GOOD, "{}");
        Actor ida = Actors.withRole(database, Role.ADMIN, "Ida", "Lund");
        token = token(ida, ApiScope.values());
        database.run(
                "UPDATE person_role SET role = 'customer_service' WHERE person_id = ?",
                ida.id().value());

        assertThat(ask(route.at(others), token).problem()).isEqualTo("404 no-such-import");
        assertThat(ask(route.at(IMPORTS + "/999"), token).problem()).isEqualTo("404 no-such-import");
        assertThat(ask(route.at(IMPORTS + "/nine"), token).problem()).isEqualTo("404 no-such-import");
        String own = reviewed(GOOD, "{}");
        assertThat(ask(get(own), token).status()).isEqualTo(200);
        assertThat(ask(get(own), token(admin, ApiScope.IMPORTS_READ)).status())
                .as("an admin's client sees it too")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("API What is not there is a problem too, and a token does not open the screens")
    void elsewhere() throws Exception {
        assertThat(ask(get("/api/v1/people"), token).problem()).isEqualTo("404 no-such-route");
        assertThat(ask(get("/api/v1/people"), "").problem()).isEqualTo("401 token-missing");
        assertThat(ask(delete(IMPORTS + "/1"), token).problem()).isEqualTo("404 no-such-route");
        assertThat(ask(get("/management/members/learners"), token).status()).isEqualTo(302);
        Answer kind = ask(get("/api/problems/list-changed"), "");
        assertThat(kind.<String>at("$.title")).isEqualTo("The list was changed");
        assertThat(kind.<Integer>at("$.status")).isEqualTo(409);
    }

    @Test
    @DisplayName("API More requests in a minute than the limit are refused until it is over, for this client alone")
    void limit() throws Exception {
        assertThat(ask(get(IMPORTS + "/1"), token).status()).isEqualTo(404);
        database.run(
                "UPDATE api_client SET requests = 119, minute = date_trunc('minute', now()) + interval '1 minute'");
        String other = token(admin, ApiScope.IMPORTS_READ);
        assertThat(ask(get(IMPORTS + "/1"), token).status()).isEqualTo(404);
        Answer refused = ask(get(IMPORTS + "/1"), token);
        assertThat(refused.problem()).isEqualTo("429 too-many-requests");
        assertThat(Integer.parseInt(refused.response().getHeader("Retry-After")))
                .isBetween(1, 120);
        assertThat(ask(get(IMPORTS + "/1"), other).status()).isEqualTo(404);
        database.run("UPDATE api_client SET minute = date_trunc('minute', now()) - interval '1 minute'");
        assertThat(ask(get(IMPORTS + "/1"), token).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("API ASVS 16.2.5 A token is told once: no log, no audit line and no table has it")
    void tokenNowhere(CapturedOutput log) throws Exception {
        String told = token(admin, ApiScope.IMPORTS_READ);
        ask(get(IMPORTS + "/1"), told);
        ask(get(IMPORTS + "/1"), told + "x");
        clients.revoke(admin, clients.list(admin).block().getFirst().id()).block();

        String secret = told.substring(told.length() - 30);
        assertThat(log.getAll()).doesNotContain(secret);
        assertThat(database.text("SELECT string_agg(a::text, ' ') FROM audit_entry a"))
                .doesNotContain(secret);
        assertThat(database.text("SELECT string_agg(c::text, ' ') FROM api_client c"))
                .doesNotContain(secret);
        assertThat(new ApiToken(told).toString()).doesNotContain(secret);
        assertThat(database.text(
                        "SELECT string_agg(verb || coalesce(' ' || (details ->> 'scopes'), ''), ', ' ORDER BY id)"
                                + " FROM audit_entry WHERE subject_kind = 'api_client'"))
                .isEqualTo("made imports:read imports:write, made imports:read, revoked");
    }

    @Test
    @DisplayName("RL Only owners and admins make, see and revoke clients")
    void whoMay() {
        for (Role role : List.of(Role.CUSTOMER_SERVICE, Role.AUTHOR, Role.INSTRUCTOR, Role.COORDINATOR)) {
            Actor actor = Actors.withRole(database, role, "Some", role.code());
            ApiClientId there = clients.list(admin).block().getFirst().id();
            assertThatThrownBy(() -> token(actor, ApiScope.IMPORTS_READ)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> clients.list(actor).block()).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> clients.revoke(actor, there).block()).isInstanceOf(Refused.class);
        }
        assertThat(clients.list(Actors.withRole(database, Role.OWNER, "Own", "Er"))
                        .block())
                .singleElement()
                .extracting(ApiClient::madeBy)
                .isEqualTo("Mira Solberg");
    }
}
