package app.rollcall.product;

import app.rollcall.database.LikeText;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of who has access to what. */
@Component
class ProductAccessQuery {

    private static final String PRODUCT = "SELECT p.id, p.code::text AS code, p.title, p.kind";

    private static final String HAS = """
             FROM product_access a JOIN product p ON p.id = a.product_id LEFT JOIN person b ON b.id = a.granted_by
            WHERE a.person_id = :learner
            """;

    private static final String HAS_NOT = """
             FROM product p WHERE p.status = 'published'
              AND NOT EXISTS (SELECT FROM product_access a WHERE a.person_id = :learner AND a.product_id = p.id)
            """;

    private static final String FOUND =
            " AND (:text = '' OR plain_text(p.title || ' ' || p.code) LIKE '%' || plain_text(:text) || '%')";

    private static final String PAGE = " ORDER BY p.title, p.id OFFSET :offset LIMIT :limit";

    private final DatabaseClient database;

    ProductAccessQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<LearnerProduct>> page(PersonId learner, String text, long offset, int limit) {
        return about(
                        learner,
                        text,
                        PRODUCT
                                + ", a.granted_at, a.access_expires_at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS granted_by"
                                + HAS + FOUND + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(row -> new LearnerProduct(
                        product(row),
                        Objects.requireNonNull(time(row, "granted_at")),
                        row.get("granted_by", String.class),
                        time(row, "access_expires_at")))
                .all()
                .collectList();
    }

    Mono<Long> count(PersonId learner, String text) {
        return number(about(learner, text, "SELECT count(*)" + HAS + FOUND));
    }

    Mono<List<Product>> grantable(PersonId learner, String text, long offset, int limit) {
        return about(learner, text, PRODUCT + HAS_NOT + FOUND + PAGE)
                .bind("offset", offset)
                .bind("limit", limit)
                .map(ProductAccessQuery::product)
                .all()
                .collectList();
    }

    Mono<Long> grantableCount(PersonId learner, String text) {
        return number(about(learner, text, "SELECT count(*)" + HAS_NOT + FOUND));
    }

    /** The products that were new to the learner, who must not be disabled. */
    Mono<List<Long>> grant(PersonId learner, Collection<ProductId> products, PersonId by) {
        return database.sql("""
                        INSERT INTO product_access (person_id, product_id, granted_by)
                        SELECT l.id, p.id, :by FROM product p JOIN person l ON l.id = :learner AND l.learner AND l.status <> 'disabled'
                        WHERE p.id = ANY (:products) AND p.status = 'published' ORDER BY p.id
                        ON CONFLICT (person_id, product_id) DO NOTHING RETURNING product_id
                        """)
                .bind("by", by.value())
                .bind("learner", learner.value())
                .bind("products", products.stream().map(ProductId::value).toArray(Long[]::new))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .all()
                .collectList();
    }

    Mono<ProductAccess.Taken> take(PersonId learner, ProductId product) {
        return database.sql("""
                        DELETE FROM product_access WHERE person_id = :learner AND product_id = :product
                        RETURNING granted_by, granted_at, access_expires_at
                        """)
                .bind("learner", learner.value())
                .bind("product", product.value())
                .map(row -> new ProductAccess.Taken(
                        learner,
                        product,
                        row.get("granted_by", Long.class),
                        Objects.requireNonNull(time(row, "granted_at")),
                        time(row, "access_expires_at")))
                .one();
    }

    Mono<Boolean> giveBack(ProductAccess.Taken taken) {
        return database.sql("""
                        INSERT INTO product_access (person_id, product_id, granted_by, granted_at, access_expires_at)
                        SELECT l.id, p.id, (SELECT id FROM person WHERE id = :by), :granted, :expires
                        FROM person l, product p WHERE l.id = :learner AND p.id = :product
                        ON CONFLICT (person_id, product_id) DO NOTHING
                        """)
                .bind("by", Parameters.in(R2dbcType.BIGINT, taken.grantedBy()))
                .bind("granted", taken.grantedAt().atOffset(ZoneOffset.UTC))
                .bind("expires", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, offset(taken.expiresAt())))
                .bind("learner", taken.learner().value())
                .bind("product", taken.product().value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private GenericExecuteSpec about(PersonId learner, String text, String sql) {
        return database.sql(sql).bind("learner", learner.value()).bind("text", LikeText.escaped(text));
    }

    private static Mono<Long> number(GenericExecuteSpec sql) {
        return sql.map(row -> Objects.requireNonNull(row.get(0, Long.class))).one();
    }

    private static Product product(Readable row) {
        return new Product(
                new ProductId(Objects.requireNonNull(row.get("id", Long.class))),
                Objects.requireNonNull(row.get("code", String.class)),
                Objects.requireNonNull(row.get("title", String.class)),
                Objects.requireNonNull(row.get("kind", String.class)));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
