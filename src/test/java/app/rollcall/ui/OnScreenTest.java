package app.rollcall.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class OnScreenTest {

    private final Sinks.Many<Integer> source = Sinks.many().multicast().directBestEffort();
    private final Span part = new Span();
    private final Screens screens = new Screens();
    private final KeptScreen kept = new KeptScreen();
    private final Div other = new Div();

    private static final class KeptScreen extends Div implements Kept {

        private int entered;

        @Override
        public void enter(BeforeEnterEvent event) {
            entered++;
        }
    }

    @BeforeEach
    void open() {
        MockVaadin.setup(new Routes());
        UI.getCurrent().add(screens);
        FluxBinding.state(part, source::asFlux, _ -> {});
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
    }

    @Test
    void a_kept_screen_follows_nothing_while_it_is_aside_and_all_again_when_it_is_back() {
        kept.add(new Div(part));
        screens.show(kept);
        assertThat(source.currentSubscriberCount()).isEqualTo(1);

        elsewhere();
        assertThat(part.isAttached()).isTrue();
        assertThat(source.currentSubscriberCount()).isZero();

        back();
        assertThat(source.currentSubscriberCount()).isEqualTo(1);
    }

    @Test
    void what_is_added_while_its_screen_is_aside_waits_until_it_is_back() {
        screens.show(kept);
        elsewhere();
        kept.add(part);
        assertThat(source.currentSubscriberCount()).isZero();

        back();
        assertThat(source.currentSubscriberCount()).isEqualTo(1);
        kept.remove(part);
        assertThat(source.currentSubscriberCount()).isZero();
    }

    @Test
    void a_kept_screen_that_goes_with_its_window_follows_nothing_any_more() {
        kept.add(part);
        screens.show(kept);
        elsewhere();
        UI.getCurrent().remove(screens);
        assertThat(source.currentSubscriberCount()).isZero();
    }

    @Test
    void only_the_screen_somebody_is_at_is_seen() {
        screens.show(kept);
        elsewhere();
        assertThat(kept.isVisible()).isFalse();

        back();
        assertThat(kept.isVisible()).isTrue();
        assertThat(other.isAttached()).isFalse();
    }

    @Test
    void a_kept_screen_is_entered_once_and_not_on_the_way_to_another_screen() {
        BeforeEnterEvent here = to(KeptScreen.class);
        kept.beforeEnter(here);
        kept.beforeEnter(here);
        kept.beforeEnter(to(Span.class));
        assertThat(kept.entered).isEqualTo(1);

        kept.beforeEnter(to(KeptScreen.class));
        assertThat(kept.entered).isEqualTo(2);
    }

    private static BeforeEnterEvent to(Class<? extends Component> screen) {
        UI window = UI.getCurrent();
        return new BeforeEnterEvent(
                window.getInternals().getRouter(),
                NavigationTrigger.CLIENT_SIDE,
                new Location(""),
                screen,
                window,
                List.of());
    }

    private void elsewhere() {
        screens.leave(kept);
        screens.show(other);
    }

    private void back() {
        screens.leave(other);
        screens.show(kept);
    }
}
