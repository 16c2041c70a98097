package app.rollcall.importing;

import app.rollcall.database.LikeText;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The published courses and products that people can be given, for those who import. */
@Component
public class Items {

    private static final String MATCHING = """
            FROM (SELECT 'course' AS type, code::text AS code, title FROM course WHERE status = 'published'
                  UNION ALL SELECT 'product', code::text, title FROM product WHERE status = 'published') i
            WHERE :text = '' OR plain_text(title || ' ' || code) LIKE '%' || plain_text(:text) || '%'
            """;

    private final DatabaseClient database;
    private final Rights rights;

    Items(DatabaseClient database, Rights rights) {
        this.database = database;
        this.rights = rights;
    }

    /** One page of those whose title or ID holds the text, by title. */
    public Mono<List<Item>> find(Actor actor, String text, long offset, int limit) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(database.sql("SELECT type, code, title " + MATCHING
                                + " ORDER BY title, type, code OFFSET :offset LIMIT :limit")
                        .bind("text", LikeText.escaped(text))
                        .bind("offset", offset)
                        .bind("limit", limit)
                        .map(row -> new Item(
                                Objects.requireNonNull(row.get("type", String.class)),
                                Objects.requireNonNull(row.get("code", String.class)),
                                Objects.requireNonNull(row.get("title", String.class))))
                        .all()
                        .collectList());
    }

    public Mono<Long> count(Actor actor, String text) {
        return rights.require(actor, Permission.IMPORT_LEARNERS)
                .then(database.sql("SELECT count(*) " + MATCHING)
                        .bind("text", LikeText.escaped(text))
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one());
    }
}
