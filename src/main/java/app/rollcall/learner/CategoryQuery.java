package app.rollcall.learner;

import app.rollcall.security.PersonId;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The SQL of categories, and of who is in them. */
@Component
class CategoryQuery {

    private final DatabaseClient database;

    CategoryQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<Category>> all() {
        return database.sql("SELECT id, name::text AS name, hue::int AS hue FROM category ORDER BY category.name")
                .map(CategoryQuery::category)
                .all()
                .collectList();
    }

    Mono<List<Category>> of(PersonId learner) {
        return database.sql("""
                        SELECT c.id, c.name::text AS name, c.hue::int AS hue FROM person_category pc
                        JOIN category c ON c.id = pc.category_id WHERE pc.person_id = :person ORDER BY c.name
                        """)
                .bind("person", learner.value())
                .map(CategoryQuery::category)
                .all()
                .collectList();
    }

    /** Lets nobody else change this learner's categories until the transaction ends; empty when there is no such learner. */
    Mono<Long> hold(PersonId learner) {
        return database.sql(
                        "SELECT id FROM person WHERE id = :id AND learner AND status <> 'disabled' FOR NO KEY UPDATE")
                .bind("id", learner.value())
                .map(CategoryQuery::id)
                .one();
    }

    /** The categories that a change names, kept there until the transaction ends. Fails with {@link CategoriesMoved} when one is gone. */
    Mono<Set<Long>> chosen(CategoryChange change) {
        return kept(change.ids())
                .flatMap(ids -> change.fresh().isEmpty()
                        ? Mono.just(ids)
                        : make(change.fresh()).flatMap(this::kept).map(made -> {
                            made.addAll(ids);
                            return made;
                        }));
    }

    /** These, kept there until the transaction ends. Fails with {@link CategoriesMoved} when one is gone. */
    Mono<Set<Long>> kept(Set<Long> ids) {
        return keep(ids).filter(there -> there.size() == ids.size()).switchIfEmpty(Mono.error(CategoriesMoved::new));
    }

    /** Those of the categories that are there, kept there until the transaction ends. */
    Mono<Set<Long>> keep(Collection<Long> ids) {
        return database.sql("SELECT id FROM category WHERE id = ANY (:ids) ORDER BY id FOR KEY SHARE")
                .bind("ids", ids.toArray(Long[]::new))
                .map(CategoryQuery::id)
                .all()
                .collect(Collectors.toSet());
    }

    /** Makes the names categories, as far as they are none yet; all their ids. */
    Mono<Set<Long>> make(List<CategoryName> names) {
        String[] values = names.stream().map(CategoryName::value).toArray(String[]::new);
        return database.sql("""
                        INSERT INTO category (name) SELECT DISTINCT ON (n::citext) n FROM unnest(:names) n ORDER BY n::citext
                        ON CONFLICT (name) DO NOTHING
                        """)
                .bind("names", values)
                .then()
                // A statement of its own sees what another transaction made a moment before.
                .thenMany(database.sql("SELECT id FROM category WHERE name = ANY (:names::citext[])")
                        .bind("names", values)
                        .map(CategoryQuery::id)
                        .all())
                .collect(Collectors.toSet());
    }

    Mono<Void> take(PersonId learner, Collection<Long> ids) {
        return database.sql("DELETE FROM person_category WHERE person_id = :person AND category_id = ANY (:ids)")
                .bind("person", learner.value())
                .bind("ids", ids.toArray(Long[]::new))
                .then();
    }

    Mono<Void> give(PersonId learner, Collection<Long> ids) {
        return database.sql("""
                        INSERT INTO person_category (person_id, category_id) SELECT :person, id FROM unnest(:ids) id
                        ON CONFLICT DO NOTHING
                        """)
                .bind("person", learner.value())
                .bind("ids", ids.toArray(Long[]::new))
                .then();
    }

    static Category category(Readable row) {
        return new Category(
                id(row),
                Objects.requireNonNull(row.get("name", String.class)),
                Objects.requireNonNull(row.get("hue", Integer.class)));
    }

    private static Long id(Readable row) {
        return Objects.requireNonNull(row.get("id", Long.class));
    }
}
