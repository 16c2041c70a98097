package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Where everybody starts: sends on to what is theirs. */
@Route(value = "", autoLayout = false)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    private static final String DIRECTORY = "management/members/learners";
    private static final String MY_LEARNING = "my_learning";

    private final CurrentActor current;

    HomeView(CurrentActor current) {
        this.current = current;
    }

    /** The path that an actor starts at. */
    static String of(Actor actor) {
        return actor.may(Permission.LIST_LEARNERS) ? DIRECTORY : MY_LEARNING;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(of(current.get()));
    }
}
