package app.rollcall.security.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A session of somebody who is signed in on this node, as an attribute of it: so it comes and goes with the session. */
final class OpenSession implements HttpSessionBindingListener {

    private static final String NAME = "rollcall.session.open";
    private static final Set<OpenSession> ALL = ConcurrentHashMap.newKeySet();

    private final long person;
    private final String key = UUID.randomUUID().toString();
    private volatile long since = System.nanoTime();
    private volatile @Nullable HttpSession session;

    private OpenSession(long person) {
        this.person = person;
    }

    /** Notes that the session is this person's, the first time. */
    static void note(HttpSession session, long person) {
        if (!(session.getAttribute(NAME) instanceof OpenSession open) || open.person != person) {
            session.setAttribute(NAME, new OpenSession(person));
        }
    }

    static Optional<OpenSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NAME) instanceof OpenSession open
                ? Optional.of(open)
                : Optional.empty();
    }

    static Set<OpenSession> all() {
        return Set.copyOf(ALL);
    }

    long person() {
        return person;
    }

    /** Tells this session from the person's others; no way into it. */
    String key() {
        return key;
    }

    /** Since the sign-in, or since it was last proven to be the right person's. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** It outlives a password that its own person changed in it. */
    void renew() {
        since = System.nanoTime();
    }

    /** With the session its screens are over, and their push. */
    void end() {
        HttpSession ours = session;
        if (ours != null) {
            try {
                ours.invalidate();
            } catch (IllegalStateException over) {
                ALL.remove(this);
            }
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        session = event.getSession();
        ALL.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        ALL.remove(this);
    }
}
