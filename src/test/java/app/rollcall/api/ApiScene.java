package app.rollcall.api;

import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A program that talks to the API, and the admin who made it. */
@RollcallTest
abstract class ApiScene {

    protected static final String IMPORTS = ImportRoutes.IMPORTS;
    protected static final String GOOD =
            "email,first_name,last_name,item_type,item_id\nzoe@example.org,Zoe,Quist,course,GDPR-101\n";

    @Autowired
    protected TestDatabase database;

    @Autowired
    protected ApiClients clients;

    @Autowired
    private WebApplicationContext context;

    protected Actor admin;
    protected String token;
    private MockMvc program;

    @BeforeEach
    void anAdminWithAProgram() {
        database.reset();
        admin = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
        database.course("GDPR-101", "Data protection");
        token = token(admin, ApiScope.values());
        program = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    /** What still reads a file must not meet the next test's emptying of the tables. */
    @AfterEach
    void nothingRuns() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.number("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'job'") == 0);
    }

    protected final String token(Actor actor, ApiScope... scopes) {
        return Objects.requireNonNull(clients.make(actor, new ApiClientName("A program"), Set.of(scopes))
                        .block())
                .text();
    }

    /** The answer to a request, however long it takes. */
    protected final Answer ask(AbstractMockHttpServletRequestBuilder<?> request, String with) throws Exception {
        MvcResult result = program.perform(
                        with.isEmpty() ? request : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + with))
                .andReturn();
        if (result.getRequest().isAsyncStarted()) {
            result = program.perform(asyncDispatch(result)).andReturn();
        }
        return new Answer(result.getResponse());
    }

    protected final MvcResult begin(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return program.perform(request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .andReturn();
    }

    protected final MvcResult go(MvcResult begun) throws Exception {
        return program.perform(asyncDispatch(begun)).andReturn();
    }

    /** What came back; a path into its JSON reads it. */
    protected record Answer(MockHttpServletResponse response) {

        int status() {
            return response.getStatus();
        }

        String text() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        <T> T at(String path) {
            return JsonPath.read(text(), path);
        }

        /** Status and kind of a problem, as "409 list-changed". */
        String problem() {
            String type = at("$.type");
            return status() + " " + type.substring(Problem.TYPES.length());
        }
    }

    protected static MockMultipartHttpServletRequestBuilder file(String csv) {
        return multipart(IMPORTS)
                .file(new MockMultipartFile("file", "people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    /** Brings a file and gives the import's address, as soon as it waits to be confirmed or is over. */
    protected final String reviewed(String csv, String options) throws Exception {
        Answer begun = ask(file(csv).param("options", options), token);
        String at = Objects.requireNonNull(begun.response().getHeader(HttpHeaders.LOCATION), begun::text);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Answer now = ask(get(at), token);
            return now.<String>at("$.state").equals("failed")
                    || now.<String>at("$.state").equals("review")
                            && now.<String>at("$.step").equals("checking");
        });
        return at;
    }

    protected final Answer confirm(String at, String body) throws Exception {
        return ask(post(at + "/confirm").contentType("application/json").content(body), token);
    }

    /** Waits for the end. */
    protected final Answer over(String at) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> ask(get(at), token), now -> now.at("$.finished_at") != null);
    }
}
