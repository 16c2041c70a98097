package app.rollcall.audit;

import java.util.Locale;

/** What a deed was done to. */
public enum SubjectKind {
    /** Somebody as the directory knows them. */
    LEARNER,
    /** Somebody as they sign in. */
    PERSON,
    IMPORT,
    COURSE,
    ORGANISATION,
    /** A program that works through the API. */
    API_CLIENT,
    CATEGORY,
    /** What the directory shows, under a name. */
    VIEW;

    /** The word in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
