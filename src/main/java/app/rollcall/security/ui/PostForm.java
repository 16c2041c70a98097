package app.rollcall.security.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain HTML form that the browser posts itself, with Spring's token in it: password managers understand it, and what is typed
 * reaches the server once, on submit. Make it while a request is being served, not in a push.
 */
@Tag("form")
public class PostForm extends HtmlContainer {

    public PostForm(String path) {
        getElement().setAttribute("method", "post").setAttribute("action", path);
        CsrfToken token = (CsrfToken) Objects.requireNonNull(
                VaadinServletRequest.getCurrent().getHttpServletRequest().getAttribute(CsrfToken.class.getName()),
                "The security chain gives every request a token");
        addHidden(token.getParameterName(), token.getToken());
    }

    public final void addHidden(String name, String value) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", name).setAttribute("value", value);
        add(hidden);
    }
}
