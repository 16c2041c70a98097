package app.rollcall.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.reactivestreams.Publisher;

/** Where reactive code may be waited for, and where it may be set going. */
final class ReactiveRules {

    /** Page reads, uploads, jobs, and the filters that ask who signs in have a thread of their own that may wait. */
    private static final Set<String> MAY_WAIT =
            Set.of("ui.LazyItems", "ui.UploadBytes", "job.JobRunner", "job.Recurring", "security.ui.Crossing");

    /** Whoever subscribes must also know when to stop. */
    private static final Set<String> MAY_SUBSCRIBE =
            Set.of("ui.FluxBinding", "ui.UiTask", "live.", "job.", "security.ui.SessionEnd");

    private static final Set<String> WAITING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toFuture", "toIterable", "toStream");

    private ReactiveRules() {}

    static ArchRule waitingOnlyAtTheCrossings(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(callOnlyWithin(root, MAY_WAIT, WAITING, "wait for a publisher only in " + MAY_WAIT));
    }

    static ArchRule subscribingOnlyWhereItEnds(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(callOnlyWithin(root, MAY_SUBSCRIBE, Set.of("subscribe"), "subscribe only in " + MAY_SUBSCRIBE));
    }

    private static ArchCondition<JavaClass> callOnlyWithin(
            String root, Set<String> places, Set<String> methods, String description) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (places.stream().anyMatch(place -> lives(type, root + "." + place))) {
                    return;
                }
                // Calls and method references alike.
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    AccessTarget target = access.getTarget();
                    if (methods.contains(target.getName()) && target.getOwner().isAssignableTo(Publisher.class)) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }

    /** A place is a class with what is nested in it, or, with a dot at its end, a whole room. */
    private static boolean lives(JavaClass type, String place) {
        String name = type.getName();
        return place.endsWith(".") ? name.startsWith(place) : name.equals(place) || name.startsWith(place + "$");
    }
}
