package app.rollcall.learner;

import static app.rollcall.learner.DirectoryColumn.ADDED;
import static app.rollcall.learner.DirectoryColumn.CATEGORIES;
import static app.rollcall.learner.DirectoryColumn.COMPLETED;
import static app.rollcall.learner.DirectoryColumn.COURSES;
import static app.rollcall.learner.DirectoryColumn.EMAIL;
import static app.rollcall.learner.DirectoryColumn.INVITED;
import static app.rollcall.learner.DirectoryColumn.LOCATION;
import static app.rollcall.learner.DirectoryColumn.LOGIN;
import static app.rollcall.learner.DirectoryColumn.PRODUCTS;
import static app.rollcall.learner.DirectoryColumn.REMIND;
import static app.rollcall.learner.DirectoryColumn.STATUS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The directory has two tables, for the pending cannot have what the others have, and await what the others do not. */
public enum DirectoryTable {
    EVERYBODY(EnumSet.of(EMAIL, CATEGORIES, COURSES, PRODUCTS, LOGIN, STATUS), EnumSet.of(COMPLETED, LOCATION, ADDED)),
    PENDING(EnumSet.of(INVITED, STATUS, ADDED, REMIND), EnumSet.noneOf(DirectoryColumn.class));

    private final Set<DirectoryColumn> usual;
    private final Set<DirectoryColumn> offered;

    DirectoryTable(EnumSet<DirectoryColumn> usual, EnumSet<DirectoryColumn> more) {
        this.usual = Collections.unmodifiableSet(usual);
        EnumSet<DirectoryColumn> all = EnumSet.copyOf(usual);
        all.addAll(more);
        this.offered = Collections.unmodifiableSet(all);
    }

    public static DirectoryTable of(StatusFilter status) {
        return status == StatusFilter.PENDING ? PENDING : EVERYBODY;
    }

    /** What it can show, from the start of the table to its end. */
    public Set<DirectoryColumn> offered() {
        return offered;
    }

    /** What it shows unless somebody chooses. */
    Set<DirectoryColumn> usual() {
        return usual;
    }

    /** The word in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
