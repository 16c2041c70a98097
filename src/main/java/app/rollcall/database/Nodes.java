package app.rollcall.database;

/** How many nodes may be at work on the database. */
public enum Nodes {
    /** This one only: the folder of the embedded database is locked to it. */
    ONE,
    /** Any number, on an outside server. */
    MANY
}
