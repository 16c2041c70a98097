package app.rollcall.api.ui;

import static app.rollcall.ui.TestScreen.text;
import static app.rollcall.ui.TestScreen.until;
import static org.assertj.core.api.Assertions.assertThat;

import app.rollcall.RollcallTest;
import app.rollcall.TestDatabase;
import app.rollcall.api.ApiClient;
import app.rollcall.api.ApiClientName;
import app.rollcall.api.ApiClients;
import app.rollcall.api.ApiScope;
import app.rollcall.security.Actor;
import app.rollcall.security.Actors;
import app.rollcall.security.Role;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.TestScreen;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RollcallTest
class ApiClientsViewTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private TestDatabase database;

    @Autowired
    private ApiClients clients;

    private Actor mira;

    @BeforeEach
    void anAdmin() {
        database.reset();
        mira = Actors.withRole(database, Role.ADMIN, "Mira", "Solberg");
    }

    @AfterEach
    void close() {
        TestScreen.close();
    }

    @Test
    @DisplayName("API A client is made with a name and what it may; its token is shown once")
    void made() {
        open();
        until(() -> LocatorJ._assertOne(EmptyState.class));
        LocatorJ._click(button("new-client"));
        LocatorJ._click(button("client-make"));
        assertThat(field("client-name").isInvalid()).isTrue();

        LocatorJ._setValue(field("client-name"), " Nightly sync ");
        scopes().clear();
        LocatorJ._click(button("client-make"));
        assertThat(scopes().isInvalid()).isTrue();
        scopes().select(ApiScope.IMPORTS_READ);
        LocatorJ._click(button("client-make"));

        until(() -> assertThat(field("client-token").getValue()).matches("rollcall_[A-Za-z0-9_-]{43}"));
        String token = field("client-token").getValue();
        assertThat(field("client-token").isReadOnly()).isTrue();
        LocatorJ._click(button("client-done"));
        LocatorJ._assertNone(NewClientDialog.class);

        until(() -> assertThat(GridKt._size(grid())).isEqualTo(1));
        ApiClient client = GridKt._get(grid(), 0);
        assertThat(client.name()).isEqualTo("Nightly sync");
        assertThat(client.scopes()).containsExactly(ApiScope.IMPORTS_READ);
        assertThat(token).startsWith(client.tokenStart());
        assertThat(text(UI.getCurrent())).doesNotContain(token);
    }

    @Test
    @DisplayName("API A client is revoked after it was asked, and is gone from the list")
    void revoked() {
        clients.make(mira, new ApiClientName("Old sync"), Set.of(ApiScope.IMPORTS_READ))
                .block();
        open();
        until(() -> assertThat(GridKt._size(grid())).isEqualTo(1));
        Button revoke = (Button) GridKt._getCellComponent(grid(), 0, "revoke");
        LocatorJ._click(revoke);
        ConfirmDialogKt._fireConfirm(LocatorJ._get(ConfirmDialog.class));

        until(() -> LocatorJ._assertOne(EmptyState.class));
        assertThat(database.number("SELECT count(*) FROM api_client WHERE revoked_at IS NULL"))
                .isZero();
    }

    @Test
    @DisplayName("RL The screen is the owners' and admins'; it leads to the description of the API")
    void whose() {
        open();
        assertThat(ApiClientsView.class.getAnnotation(RolesAllowed.class).value())
                .containsExactly("MANAGE_API_CLIENTS");
        assertThat(LocatorJ._get(Anchor.class, spec -> spec.withId("api-document"))
                        .getHref())
                .isEqualTo("api/v1/openapi.json");
    }

    private void open() {
        TestScreen.open(application, mira, ApiClientsView.class);
        UI.getCurrent().navigate(ApiClientsView.class);
    }

    private static ClientGrid grid() {
        return LocatorJ._get(ClientGrid.class);
    }

    private static Button button(String id) {
        return LocatorJ._get(Button.class, spec -> spec.withId(id));
    }

    private static TextField field(String id) {
        return LocatorJ._get(TextField.class, spec -> spec.withId(id));
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<ApiScope> scopes() {
        return LocatorJ._get(CheckboxGroup.class, spec -> spec.withId("client-scopes"));
    }
}
