package app.rollcall.mail;

import app.rollcall.audit.Audit;
import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.Rights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What mails say: the texts that Rollcall brings, and in their place what an admin wrote. */
@Component
public class MailTemplates {

    private final TemplateQuery query;
    private final BuiltInTemplates builtIn;
    private final Rights rights;
    private final Audit audit;
    private final TransactionalOperator transaction;

    MailTemplates(
            TemplateQuery query,
            BuiltInTemplates builtIn,
            Rights rights,
            Audit audit,
            TransactionalOperator transaction) {
        this.query = query;
        this.builtIn = builtIn;
        this.rights = rights;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The languages that mails are written in; people of any other get the first. */
    public static List<Locale> languages() {
        return BuiltInTemplates.languages();
    }

    /** By which dates and times are told in a mail to somebody: theirs, or that of the language they are written to in. */
    public static Locale spoken(Locale locale) {
        return languages().stream().map(Locale::getLanguage).anyMatch(locale.getLanguage()::equals)
                ? locale
                : languages().getFirst();
    }

    /** Fills in the template of a kind, in the reader's language. */
    public Mono<Rendered> render(String kind, Locale locale, Map<String, String> variables) {
        return current(MailKind.of(kind), language(locale)).map(template -> template.with(variables));
    }

    /** The template as it is used now, for editing. */
    public Mono<TemplateText> find(Actor actor, MailKind kind, Locale language) {
        return rights.require(actor, Permission.CHANGE_SETTINGS).then(current(kind, language(language)));
    }

    /** Saves a template over the version it was made from; fails with {@link TemplateOvertaken} when that is not the current one. */
    public Mono<TemplateText> save(Actor actor, Locale language, TemplateText template) {
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .then(query.save(actor.id(), language(language), template))
                .switchIfEmpty(Mono.error(TemplateOvertaken::new))
                .flatMap(version -> audit.record(line(actor, template.kind(), language))
                        .thenReturn(new TemplateText(
                                template.kind(), template.subject(), template.text(), template.html(), version)))
                .as(transaction::transactional);
    }

    /** Goes back to the text that Rollcall brings. */
    public Mono<TemplateText> restore(Actor actor, MailKind kind, Locale language) {
        return rights.require(actor, Permission.CHANGE_SETTINGS)
                .then(query.remove(kind, language(language)))
                .flatMap(removed -> removed > 0 ? audit.record(line(actor, kind, language)) : Mono.just(0L))
                .as(transaction::transactional)
                .thenReturn(builtIn.of(kind, language(language)));
    }

    private Mono<TemplateText> current(MailKind kind, String language) {
        return query.find(kind, language).switchIfEmpty(Mono.fromSupplier(() -> builtIn.of(kind, language)));
    }

    private static AuditLine line(Actor actor, MailKind kind, Locale language) {
        return AuditLine.by(actor.id().value(), Verb.TEMPLATE_CHANGED, SubjectKind.ORGANISATION, 1)
                .with("template", kind.code())
                .with("language", language(language));
    }

    private static String language(Locale locale) {
        return spoken(locale).getLanguage();
    }
}
