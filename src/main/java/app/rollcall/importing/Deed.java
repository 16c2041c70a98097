package app.rollcall.importing;

import app.rollcall.audit.AuditLine;
import app.rollcall.audit.SubjectKind;
import app.rollcall.audit.Verb;
import app.rollcall.security.Actor;

/** What was done to an import, by whom, and through which program, as the audit has it. */
final class Deed {

    private Deed() {}

    static AuditLine line(Actor actor, Verb verb, ImportId id) {
        return AuditLine.by(actor.id().value(), verb, SubjectKind.IMPORT, id.value())
                .through(actor.through());
    }
}
