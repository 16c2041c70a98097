package app.rollcall.journeys;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The addresses of all screens, as the screens themselves give them: {@code learning/courses/:course}. */
final class Routes {

    /** Of a parameter only the name is of interest: {@code :course([0-9]{1,18})}. */
    private static final String VALUES = "\\(.*?\\)(?=/|$)";

    private Routes() {}

    static Set<String> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        Set<String> all = new TreeSet<>();
        scanner.findCandidateComponents("app.rollcall").stream()
                .map(found -> AnnotationMetadata.introspect(classOf(found.getBeanClassName())))
                .forEach(screen -> {
                    screen.getAnnotations().stream(Route.class)
                            .forEach(route -> all.add(named(route.getString("value"))));
                    screen.getAnnotations().stream(RouteAlias.class)
                            .forEach(alias -> all.add(named(alias.getString("value"))));
                });
        return all;
    }

    private static String named(String route) {
        return route.replaceAll(VALUES, "");
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(Objects.requireNonNull(name), false, Routes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
