package app.rollcall.security;

/** What a role may do on the whole organisation. */
public enum Permission {
    /** See the directory. */
    LIST_LEARNERS,
    /** Edit records, pause, invite, enrol (TI-01 "manage users"). */
    MANAGE_USERS,
    /** Bring learners from a file. */
    IMPORT_LEARNERS,
    /** See one's own jobs. */
    SEE_JOBS,
    /** See everybody's jobs and their files. */
    SEE_ALL_JOBS,
    /** Let programs in, and shut them out. */
    MANAGE_API_CLIENTS,
    /** Change what holds for the whole organisation: mail texts, categories, and see how mail fares. */
    CHANGE_SETTINGS
}
