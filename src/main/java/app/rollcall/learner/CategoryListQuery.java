package app.rollcall.learner;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of the list of categories. */
@Component
class CategoryListQuery {

    private final DatabaseClient database;

    CategoryListQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<CategoryUse>> uses() {
        return database.sql("""
                        SELECT c.id, c.name::text AS name, c.hue::int AS hue, coalesce(u.learners, 0) AS learners
                        FROM category c
                        LEFT JOIN (SELECT category_id, count(*) AS learners FROM person_category GROUP BY category_id) u ON u.category_id = c.id
                        ORDER BY c.name
                        """)
                .map(row -> new CategoryUse(
                        CategoryQuery.category(row), Objects.requireNonNull(row.get("learners", Long.class))))
                .all()
                .collectList();
    }

    Mono<Category> make(CategoryLook look) {
        return database.sql("""
                        INSERT INTO category (name, hue) VALUES (:name, :hue)
                        RETURNING id, name::text AS name, hue::int AS hue
                        """)
                .bind("name", look.name().value())
                .bind("hue", look.hue())
                .map(CategoryQuery::category)
                .one();
    }

    /** Whether it was as seen, and is now as wished. */
    Mono<Boolean> change(Category seen, CategoryLook look) {
        return database.sql("""
                        UPDATE category SET name = :name, hue = :hue
                        WHERE id = :id AND category.name::text = :was AND category.hue = :hued
                        """)
                .bind("name", look.name().value())
                .bind("hue", look.hue())
                .bind("id", seen.id())
                .bind("was", seen.name())
                .bind("hued", seen.hue())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The two as they are, for this transaction alone. Their people may be many: that takes longer than a screen's reading. */
    Mono<List<Category>> hold(Category one, Category other) {
        return database.sql("SET LOCAL statement_timeout = '2min'")
                .then()
                .thenMany(database.sql("""
                                SELECT id, name::text AS name, hue::int AS hue FROM category
                                WHERE id = ANY (:ids) ORDER BY id FOR UPDATE
                                """)
                        .bind("ids", new Long[] {one.id(), other.id()})
                        .map(CategoryQuery::category)
                        .all())
                .collectList();
    }

    /** Puts everybody of the one into the other too; how many are in the one. */
    Mono<Long> move(Category from, Category into) {
        return database.sql("""
                        INSERT INTO person_category (person_id, category_id)
                        SELECT person_id, :into FROM person_category WHERE category_id = :from
                        ON CONFLICT DO NOTHING
                        """)
                .bind("into", into.id())
                .bind("from", from.id())
                .then()
                .then(clear(from));
    }

    /** Takes everybody out of it; how many they were. */
    Mono<Long> clear(Category category) {
        return database.sql("DELETE FROM person_category WHERE category_id = :id")
                .bind("id", category.id())
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> remove(Category category) {
        return database.sql("DELETE FROM category WHERE id = :id")
                .bind("id", category.id())
                .then();
    }

    /** What the category is now, and who changed it last. */
    Mono<CategoryOvertaken> lastChange(Category seen) {
        return database.sql("""
                        SELECT c.name::text AS name, a.at, nullif(btrim(b.first_name || ' ' || b.last_name), '') AS by
                        FROM (VALUES (:id)) s (id)
                        LEFT JOIN category c ON c.id = s.id
                        LEFT JOIN LATERAL (SELECT at, actor_id FROM audit_entry WHERE subject_kind = 'category' AND subject_id = s.id
                                           ORDER BY id DESC LIMIT 1) a ON true
                        LEFT JOIN person b ON b.id = a.actor_id
                        """)
                .bind("id", seen.id())
                .map(row -> {
                    OffsetDateTime at = row.get("at", OffsetDateTime.class);
                    return new CategoryOvertaken(
                            row.get("name", String.class),
                            row.get("by", String.class),
                            at == null ? null : at.toInstant());
                })
                .one();
    }
}
