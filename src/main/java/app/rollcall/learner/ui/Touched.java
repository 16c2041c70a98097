package app.rollcall.learner.ui;

import app.rollcall.security.PersonId;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that others changed a moment ago: they glow once, and who did it stands beside them for a while. */
final class Touched implements Serializable {

    private final Set<Long> glowing = new HashSet<>();
    private final Map<Long, String> faces = new HashMap<>();

    void touch(Collection<PersonId> ids, @Nullable String by) {
        ids.forEach(id -> {
            glowing.add(id.value());
            if (by != null) {
                faces.put(id.value(), by);
            }
        });
    }

    void glowOver(Collection<PersonId> ids) {
        ids.forEach(id -> glowing.remove(id.value()));
    }

    void forget(Collection<PersonId> ids) {
        glowOver(ids);
        ids.forEach(id -> faces.remove(id.value()));
    }

    boolean glows(PersonId id) {
        return glowing.contains(id.value());
    }

    @Nullable
    String by(PersonId id) {
        return faces.get(id.value());
    }
}
