package app.rollcall.walls;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may know whom. A new room is entered here, below all that it knows. */
final class Rooms {

    private static final Map<String, Set<String>> KNOWN = new LinkedHashMap<>();

    static {
        room("database");
        room("live", "database");
        room("security", "audit", "live");
        room("audit", "security", "live");
        room("presence", "security");
        room("job", "security", "audit");
        room("mail", "job");
        room("learner", "job", "mail");
        room("course", "job", "mail");
        room("enrolment", "learner", "course");
        room("product", "learner", "course", "enrolment");
        room("invitation", "learner", "course", "enrolment", "product");
        room("activity", "enrolment");
        room("achievement", "enrolment", "product");
        room("payment", "product");
        room("report", "enrolment", "product", "achievement", "activity");
        room("learning", "enrolment", "product", "achievement", "activity");
        room("importing", "invitation", "enrolment", "product");
        room("bulk", "learner", "invitation", "enrolment");
        room("api", "importing");
        // The sample organisation is made of everything.
        room("trial", KNOWN.keySet().toArray(String[]::new));
        // The kit knows who acts, what is pushed and what runs, and no feature.
        room(Place.KIT, "job");
    }

    private Rooms() {}

    /** A room knows those named, and whatever they know. */
    private static void room(String name, String... knows) {
        Set<String> all = new HashSet<>(Set.of(knows));
        for (String known : knows) {
            all.addAll(KNOWN.getOrDefault(known, Set.of()));
        }
        KNOWN.put(name, all);
    }

    static boolean exists(String room) {
        return KNOWN.containsKey(room);
    }

    /** Whether a class at one place may use the class of this name at another. */
    static boolean mayKnow(Place from, Place to, String simpleName) {
        if (from.isApplication() || from.equals(to)) {
            return true;
        }
        if (to.isApplication()) {
            return false;
        }
        if (from.isKit()) {
            return !to.screen() && KNOWN.get(Place.KIT).contains(to.room());
        }
        if (!to.screen()) {
            return from.screen()
                    || from.room().equals(to.room())
                    || KNOWN.getOrDefault(from.room(), Set.of()).contains(to.room());
        }
        return from.screen() && (to.isKit() || isOpen(to, simpleName));
    }

    /** What the pages before sign-in are made of, and how one of them signs somebody in. */
    private static final Set<String> ENTRY = Set.of(
            "CurrentActor",
            "Crossing",
            "EntryCard",
            "FormField",
            "FormSelect",
            "LinkSession",
            "PasswordField",
            "PostForm",
            "SignedInSession",
            "Typed");

    /** The part of a feature's screens that others may use; and every screen may ask who is signed in. */
    private static boolean isOpen(Place screens, String simpleName) {
        return simpleName.endsWith("Navigation")
                || simpleName.endsWith("Panel")
                || (screens.room().equals("security") && ENTRY.contains(simpleName));
    }
}
