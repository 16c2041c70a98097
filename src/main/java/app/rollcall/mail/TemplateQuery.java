package app.rollcall.mail;

import app.rollcall.security.PersonId;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The templates that admins wrote. */
@Component
class TemplateQuery {

    private final DatabaseClient database;

    TemplateQuery(DatabaseClient database) {
        this.database = database;
    }

    Mono<TemplateText> find(MailKind kind, String language) {
        return database.sql("""
                        SELECT subject, text, html, version FROM mail_template
                        WHERE kind = :kind AND locale = :language
                        """)
                .bind("kind", kind.code())
                .bind("language", language)
                .map(row -> new TemplateText(
                        kind,
                        Objects.requireNonNull(row.get("subject", String.class)),
                        Objects.requireNonNull(row.get("text", String.class)),
                        Objects.requireNonNull(row.get("html", String.class)),
                        Objects.requireNonNull(row.get("version", Integer.class))))
                .one();
    }

    /** Writes it over the version that was seen; the new version, or nothing when somebody else was first. */
    Mono<Integer> save(PersonId by, String language, TemplateText template) {
        return database.sql("""
                        INSERT INTO mail_template AS t (kind, locale, subject, text, html, changed_by)
                        SELECT :kind, :language, :subject, :text, :html, :by
                        WHERE :seen = 0 OR EXISTS (SELECT FROM mail_template WHERE kind = :kind AND locale = :language)
                        ON CONFLICT (kind, locale) DO UPDATE SET subject = excluded.subject, text = excluded.text,
                          html = excluded.html, changed_by = excluded.changed_by, changed_at = now(),
                          version = t.version + 1
                        WHERE t.version = :seen
                        RETURNING version
                        """)
                .bind("kind", template.kind().code())
                .bind("language", language)
                .bind("subject", template.subject())
                .bind("text", template.text())
                .bind("html", template.html())
                .bind("by", by.value())
                .bind("seen", template.version())
                .map(row -> Objects.requireNonNull(row.get(0, Integer.class)))
                .one();
    }

    Mono<Long> remove(MailKind kind, String language) {
        return database.sql("DELETE FROM mail_template WHERE kind = :kind AND locale = :language")
                .bind("kind", kind.code())
                .bind("language", language)
                .fetch()
                .rowsUpdated();
    }
}
