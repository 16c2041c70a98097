package app.rollcall.audit;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One deed.
 *
 * @param actorId who did it; null when nobody who is known did (a failed sign-in, the system)
 * @param onBehalfOfId whom the actor impersonated, or null
 * @param throughId the program that did it in the actor's name, or null
 * @param subjectId what it was done to; null when several ({@code count}) or nothing that has an id
 * @param count how many things it was done to
 * @param details codes and counts, never names or addresses: the audit outlives the people it speaks of
 */
public record AuditLine(
        @Nullable Long actorId,
        @Nullable Long onBehalfOfId,
        @Nullable Long throughId,
        Verb verb,
        SubjectKind subjectKind,
        @Nullable Long subjectId,
        long count,
        Map<String, String> details) {

    public AuditLine {
        details = Map.copyOf(details);
    }

    /** A deed done to one thing. */
    public static AuditLine by(long actorId, Verb verb, SubjectKind subjectKind, long subjectId) {
        return new AuditLine(actorId, null, null, verb, subjectKind, subjectId, 1, Map.of());
    }

    /** A deed done to several things at once. */
    public static AuditLine byMany(long actorId, Verb verb, SubjectKind subjectKind, long count) {
        return new AuditLine(actorId, null, null, verb, subjectKind, null, count, Map.of());
    }

    /** Something that happened to one thing, or to nothing known, without a known actor. */
    public static AuditLine unattributed(Verb verb, SubjectKind subjectKind, @Nullable Long subjectId) {
        return new AuditLine(null, null, null, verb, subjectKind, subjectId, 1, Map.of());
    }

    /** The same, done by a program in the actor's name; null for the actor themselves. */
    public AuditLine through(@Nullable Long program) {
        return new AuditLine(actorId, onBehalfOfId, program, verb, subjectKind, subjectId, count, details);
    }

    /** The same with one more detail. */
    public AuditLine with(String key, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(key, value);
        return new AuditLine(actorId, onBehalfOfId, throughId, verb, subjectKind, subjectId, count, more);
    }

    /** The same, done to this one thing. */
    AuditLine about(long thing) {
        return new AuditLine(actorId, onBehalfOfId, throughId, verb, subjectKind, thing, 1, details);
    }

    /** The same, done to so many: rows of a file, people of a selection. */
    public AuditLine counting(long things) {
        return new AuditLine(actorId, onBehalfOfId, throughId, verb, subjectKind, subjectId, things, details);
    }
}
