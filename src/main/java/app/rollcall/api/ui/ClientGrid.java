package app.rollcall.api.ui;

import app.rollcall.api.ApiClient;
import app.rollcall.ui.Moments;
import app.rollcall.ui.ScreenWidth;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The table of clients: who it is, what it may, whose it is, whether it is still at work. */
final class ClientGrid extends Grid<ApiClient> {

    private static final int NARROW = 860;

    private final transient Clock clock;
    private final Column<ApiClient> scopes;
    private final Column<ApiClient> made;
    private final Column<ApiClient> used;

    /** @param revoke told which one, and by which button */
    ClientGrid(Clock clock, BiConsumer<ApiClient, Component> revoke) {
        this.clock = clock;
        setId("api-clients");
        addClassName("api-clients");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        addComponentColumn(this::name)
                .setHeader(getTranslation("api.clients.column.name"))
                .setFlexGrow(3);
        scopes = addComponentColumn(client -> cut(scopes(client)))
                .setHeader(getTranslation("api.clients.column.scopes"))
                .setFlexGrow(3);
        made = addComponentColumn(client -> cut(getTranslation(
                        "api.clients.made", client.madeBy(), moments().tell(client.madeAt()))))
                .setHeader(getTranslation("api.clients.column.made"))
                .setFlexGrow(2);
        used = addComponentColumn(this::used)
                .setHeader(getTranslation("api.clients.column.used"))
                .setFlexGrow(0)
                .setWidth("8.5rem");
        Span unseen = new Span(getTranslation("api.clients.column.revoke"));
        unseen.addClassName("sr");
        addComponentColumn(client -> revoke(client, revoke))
                .setHeader(unseen)
                .setFlexGrow(0)
                .setWidth("6.5rem")
                .setKey("revoke")
                .setTextAlign(ColumnTextAlign.END);
    }

    /** Which columns a screen of this width has room for. */
    void fit(int width) {
        scopes.setVisible(width > NARROW);
        made.setVisible(width > ScreenWidth.PHONE);
        used.setVisible(width > ScreenWidth.PHONE);
    }

    private Component name(ApiClient client) {
        Span name = new Span(client.name());
        name.addClassNames("nm", "cut");
        name.setTitle(client.name());
        Span token = new Span(getTranslation("api.clients.token", client.tokenStart()));
        token.addClassNames("t2", "mono", "cut");
        Span both = new Span(name, token);
        both.addClassNames("col", "client-name");
        both.getElement().setAttribute("data-client", String.valueOf(client.id().value()));
        return both;
    }

    private String scopes(ApiClient client) {
        return client.scopes().stream()
                .sorted()
                .map(scope -> getTranslation("api.clients.scope." + scope.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" · "));
    }

    private Component used(ApiClient client) {
        if (client.lastUsedAt() == null) {
            return cut(getTranslation("api.clients.never"));
        }
        Span used = cut(moments().tell(client.lastUsedAt()));
        used.setTitle(moments().exact(client.lastUsedAt()));
        return used;
    }

    private Component revoke(ApiClient client, BiConsumer<ApiClient, Component> revoke) {
        Button button = new Button(getTranslation("api.clients.revoke"));
        button.setId("revoke-" + client.id().value());
        button.addClassName("danger");
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("api.clients.revoke.spoken", client.name()));
        button.addClickListener(_ -> revoke.accept(client, button));
        return button;
    }

    private Moments moments() {
        return Moments.of(this, clock.instant());
    }

    private static Span cut(String text) {
        Span span = new Span(text);
        span.addClassNames("t2", "cut");
        span.setTitle(text);
        return span;
    }
}
