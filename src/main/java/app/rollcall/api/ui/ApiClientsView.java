package app.rollcall.api.ui;

import app.rollcall.api.ApiClient;
import app.rollcall.api.ApiClients;
import app.rollcall.security.Actor;
import app.rollcall.security.Refused;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.ScreenWidth;
import app.rollcall.ui.SlowPoll;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Sinks;

/** Settings &gt; API clients: the programs that are let in. */
@Route(value = "settings/api-clients", layout = MainLayout.class)
@Menu(title = "api.clients", icon = "swap", order = 80)
@RolesAllowed("MANAGE_API_CLIENTS")
class ApiClientsView extends Page implements HasDynamicTitle, Crumbs {

    private static final String DOCUMENT = "api/v1/openapi.json";

    private final transient ApiClients clients;
    private final transient Actor actor;
    private final ClientGrid grid;
    private final EmptyState empty;
    private final transient Sinks.Many<Boolean> asked = Sinks.many().replay().latest();

    ApiClientsView(ApiClients clients, CurrentActor current, Clock clock) {
        super("");
        this.clients = clients;
        this.actor = current.get();
        setTitle(getTranslation("api.clients"));
        setId("api-clients-view");
        Paragraph what = new Paragraph(getTranslation("api.clients.what"));
        what.addClassNames("t2", "grow");
        Anchor document = new Anchor(DOCUMENT, getTranslation("api.clients.document"));
        document.setId("api-document");
        document.addClassName("u");
        document.setRouterIgnore(true);
        Div about = new Div(what, document);
        about.addClassName("about-api");
        grid = new ClientGrid(clock, this::ask);
        empty = new EmptyState(
                Icons.SWAP, getTranslation("api.clients.none"), getTranslation("api.clients.none.cause"));
        Button make = new Button(getTranslation("api.clients.new"), Icons.PLUS.create(), _ -> make());
        make.setId("new-client");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        actions(make);
        content(about, grid, empty);
        grid.setVisible(false);
        empty.setVisible(false);
        FluxBinding.state(this, () -> asked.asFlux().concatMap(_ -> clients.list(actor)), this::show);
        ScreenWidth.follow(this, grid::fit);
        SlowPoll.onPoll(this, this::reread);
        reread();
    }

    private void reread() {
        asked.tryEmitNext(true);
    }

    private void show(List<ApiClient> all) {
        setCount(all.size(), getTranslation("api.clients.count", all.size()));
        grid.setItems(all);
        grid.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private void make() {
        NewClientDialog dialog = new NewClientDialog((name, scopes) -> clients.make(actor, name, scopes), this::failed);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                reread();
            }
        });
        dialog.open();
    }

    private void ask(ApiClient client, Component control) {
        RevokeDialog.ask(
                this,
                client,
                () -> UiTask.run(
                        control,
                        clients.revoke(actor, client.id()),
                        () -> {
                            Notices.done(getTranslation("api.clients.revoked", client.name()));
                            reread();
                        },
                        this::failed));
    }

    private Optional<String> failed(Throwable failure) {
        return failure instanceof Refused ? Optional.of(getTranslation("api.clients.refused")) : Optional.empty();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("api.clients.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("api.clients.crumb"), getTranslation("api.clients"));
    }
}
