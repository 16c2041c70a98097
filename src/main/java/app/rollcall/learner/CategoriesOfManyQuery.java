package app.rollcall.learner;

import app.rollcall.learner.Regrouped.Membership;
import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of who is in which category, of many learners: one statement a step, and each tells what it changed. */
@Component
class CategoriesOfManyQuery {

    private final DatabaseClient database;

    CategoriesOfManyQuery(DatabaseClient database) {
        this.database = database;
    }

    /** The categories that at least one of them is in, by name. */
    Mono<List<Category>> of(Collection<PersonId> learners) {
        return database.sql("""
                        SELECT c.id, c.name::text AS name, c.hue::int AS hue FROM category c
                        WHERE EXISTS (SELECT FROM person_category pc WHERE pc.category_id = c.id AND pc.person_id = ANY (:learners))
                        ORDER BY c.name
                        """)
                .bind("learners", ids(learners))
                .map(CategoryQuery::category)
                .all()
                .collectList();
    }

    /** Those of the learners who are here and may sign in; nobody else changes their categories until the transaction ends. */
    Mono<List<PersonId>> hold(Collection<PersonId> learners) {
        return database.sql("""
                        SELECT id FROM person WHERE id = ANY (:learners) AND learner AND status <> 'disabled' ORDER BY id FOR NO KEY UPDATE
                        """)
                .bind("learners", ids(learners))
                .map(row -> new PersonId(number(row, "id")))
                .all()
                .collectList();
    }

    Mono<List<Membership>> give(Collection<PersonId> learners, Set<Long> categories) {
        return changed(
                database.sql("""
                        INSERT INTO person_category (person_id, category_id)
                        SELECT l, c FROM unnest(:learners) l CROSS JOIN unnest(:categories) c ORDER BY l, c
                        ON CONFLICT DO NOTHING RETURNING person_id, category_id
                        """).bind("learners", ids(learners)).bind("categories", categories.toArray(Long[]::new)));
    }

    Mono<List<Membership>> take(Collection<PersonId> learners, Set<Long> categories) {
        return changed(
                database.sql("""
                        DELETE FROM person_category WHERE person_id = ANY (:learners) AND category_id = ANY (:categories)
                        RETURNING person_id, category_id
                        """).bind("learners", ids(learners)).bind("categories", categories.toArray(Long[]::new)));
    }

    Mono<List<Membership>> takeOthers(Collection<PersonId> learners, Set<Long> than) {
        return changed(database.sql("""
                        DELETE FROM person_category WHERE person_id = ANY (:learners) AND category_id <> ALL (:than)
                        RETURNING person_id, category_id
                        """).bind("learners", ids(learners)).bind("than", than.toArray(Long[]::new)));
    }

    /** Exactly these, as far as they are there. */
    Mono<List<Membership>> take(Collection<Membership> memberships) {
        return changed(pairs(database.sql("""
                        DELETE FROM person_category pc USING unnest(:learners, :categories) m (learner, category)
                        WHERE pc.person_id = m.learner AND pc.category_id = m.category RETURNING pc.person_id, pc.category_id
                        """), memberships));
    }

    /** Exactly these, as far as the learners and the categories are there. */
    Mono<List<Membership>> give(Collection<Membership> memberships) {
        return changed(pairs(database.sql("""
                        INSERT INTO person_category (person_id, category_id)
                        SELECT p.id, c.id FROM unnest(:learners, :categories) m (learner, category)
                        JOIN person p ON p.id = m.learner AND p.learner AND p.status <> 'disabled'
                        JOIN category c ON c.id = m.category
                        ORDER BY p.id, c.id FOR KEY SHARE OF c
                        ON CONFLICT DO NOTHING RETURNING person_id, category_id
                        """), memberships));
    }

    private static GenericExecuteSpec pairs(GenericExecuteSpec sql, Collection<Membership> memberships) {
        return sql.bind(
                        "learners",
                        memberships.stream()
                                .map(membership -> membership.learner().value())
                                .toArray(Long[]::new))
                .bind(
                        "categories",
                        memberships.stream().map(Membership::category).toArray(Long[]::new));
    }

    private static Mono<List<Membership>> changed(GenericExecuteSpec sql) {
        return sql.map(row -> new Membership(new PersonId(number(row, "person_id")), number(row, "category_id")))
                .all()
                .collectList();
    }

    private static Long[] ids(Collection<PersonId> learners) {
        return learners.stream().map(PersonId::value).toArray(Long[]::new);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
