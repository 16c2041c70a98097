package app.rollcall.course.ui;

import app.rollcall.course.Course;
import app.rollcall.course.Courses;
import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.CoursePicture;
import app.rollcall.ui.PaletteItem;
import app.rollcall.ui.PaletteSource;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Courses in the palette, for who sees the list of them. */
@org.springframework.stereotype.Component
@Order(20)
class CoursesInPalette implements PaletteSource {

    private static final int MOST = 4;
    private static final int SHORTEST = 2;

    private final Courses courses;
    private final CurrentActor current;

    CoursesInPalette(Courses courses, CurrentActor current) {
        this.courses = courses;
        this.current = current;
    }

    @Override
    public Mono<Supplier<List<PaletteItem>>> find(Component words, String text) {
        Actor actor = current.get();
        if (!actor.may(Permission.LIST_LEARNERS) || text.strip().length() < SHORTEST) {
            return Mono.empty();
        }
        return courses.page(actor, text.strip(), 0, MOST)
                .map(found -> () -> found.stream().map(CoursesInPalette::item).toList());
    }

    private static PaletteItem item(Course course) {
        return new PaletteItem(
                "course.palette",
                "course-" + course.id().value(),
                () -> CoursePicture.of(course.kind().code()).create(),
                course.title(),
                course.code(),
                List.of(),
                () -> UI.getCurrent()
                        .navigate(CoursesView.PATH + "/" + course.id().value()));
    }
}
