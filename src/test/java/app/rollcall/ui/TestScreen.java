package app.rollcall.ui;

import static org.awaitility.Awaitility.await;

import app.rollcall.security.Actor;
import app.rollcall.security.Permission;
import app.rollcall.security.ui.SignedInAs;
import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** A screen without a browser, on the real application. */
public final class TestScreen {

    private TestScreen() {}

    /** Signs somebody in and opens a screen on this thread that knows these views; {@link #close()} it after the test. */
    @SafeVarargs
    public static void open(ApplicationContext application, Actor actor, Class<? extends Component>... views) {
        SignedInAs.actor(actor);
        Routes routes = new Routes();
        routes.getRoutes().addAll(List.of(views));
        MockVaadin.setMockRequestFactory(session -> {
            FakeRequest request = new FakeRequest(session);
            request.setUserPrincipalInt(() -> actor.name());
            request.setUserInRole((_, role) -> actor.may(Permission.valueOf(role)));
            request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "a-token"));
            return request;
        });
        MockVaadin.setup(UI::new, new MockSpringServlet(routes, application, UI::new));
    }

    public static void close() {
        MockVaadin.tearDown();
        MockVaadin.setMockRequestFactory(FakeRequest::new);
        SignedInAs.nobody();
    }

    /** Lets what other threads sent to the screen arrive until the assertion holds. */
    public static void until(ThrowingRunnable assertion) {
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip(false);
                    assertion.run();
                });
    }

    /** A property as if the browser had changed it. */
    public static void fromBrowser(Component component, String property, Serializable value) {
        try {
            component
                    .getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient(property, value)
                    .run();
        } catch (PropertyChangeDeniedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that can be read in a component. */
    public static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
