package app.rollcall.security;

import app.rollcall.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The application for real, with its web server, on a database of its own with nobody in it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "rollcall.trial=false",
            "management.server.port=0",
            "management.endpoints.web.exposure.include=*",
            "vaadin.launch-browser=false"
        })
public abstract class SecurityTest {

    protected static final String PASSWORD = "correct horse battery staple";
    private static String hash = "";

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected PasswordEncoder encoder;

    @Autowired
    private SecurityContextHolderStrategy strategy;

    @DynamicPropertySource
    static void databaseAddress(DynamicPropertyRegistry properties) {
        String url = TestDatabase.server().create("security");
        properties.add("rollcall.database.url", () -> url);
    }

    /** Each application sets the one that all of the process asks; with several, the last one would be asked. */
    @BeforeEach
    void ownStrategy() {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    @BeforeEach
    void nobodyThere() {
        database.sql("TRUNCATE person, organisation, sign_in_throttle, one_time_link CASCADE")
                .then()
                .block();
        if (hash.isEmpty()) {
            hash = encoder.encode(PASSWORD);
        }
    }

    /** Somebody whose password is {@link #PASSWORD}. */
    protected final PersonId person(String email, String status, Role... roles) {
        PersonId id = personWithoutPassword(email, status, roles);
        storeHash(id, hash);
        return id;
    }

    protected final PersonId personWithoutPassword(String email, String status, Role... roles) {
        long id = database.sql("""
                        INSERT INTO person (email, first_name, last_name, status, status_before) VALUES
                        (:email, 'Mira', 'Solberg', :status, CASE :status WHEN 'disabled' THEN 'active' END) RETURNING id
                        """)
                .bind("email", email)
                .bind("status", status)
                .mapValue(Long.class)
                .one()
                .block();
        Flux.fromIterable(List.of(roles))
                .concatMap(role -> database.sql("INSERT INTO person_role (person_id, role) VALUES (:id, :role)")
                        .bind("id", id)
                        .bind("role", role.code())
                        .then())
                .then()
                .block();
        return new PersonId(id);
    }

    protected final void storeHash(PersonId person, String hash) {
        database.sql("""
                        INSERT INTO credential (person_id, password_hash) VALUES (:id, :hash)
                        ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash
                        """).bind("id", person.value()).bind("hash", hash).then().block();
    }

    /** What the audit says since the given line, as "verb reason". */
    protected final List<String> auditSince(long line) {
        return database.sql("""
                        SELECT verb || coalesce(' ' || (details ->> 'reason'), '') FROM audit_entry
                        WHERE id > :line ORDER BY id
                        """)
                .bind("line", line)
                .mapValue(String.class)
                .all()
                .collectList()
                .block();
    }

    protected final long lastAuditLine() {
        return one("SELECT coalesce(max(id), 0) FROM audit_entry", Long.class);
    }

    protected final <T> T one(String sql, Class<T> type) {
        Mono<T> answer = database.sql(sql).mapValue(type).one();
        return answer.block();
    }
}
