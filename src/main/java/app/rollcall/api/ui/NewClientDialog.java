package app.rollcall.api.ui;

import app.rollcall.api.ApiClientName;
import app.rollcall.api.ApiScope;
import app.rollcall.api.ApiToken;
import app.rollcall.ui.Note;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A form for a client; and then, once, its token. */
final class NewClientDialog extends Dialog {

    private final TextField name = new TextField();
    private final CheckboxGroup<ApiScope> scopes = new CheckboxGroup<>();
    private final Button make = new Button();
    private final transient BiFunction<ApiClientName, Set<ApiScope>, Mono<ApiToken>> client;
    private final transient Function<Throwable, Optional<String>> failed;

    NewClientDialog(
            BiFunction<ApiClientName, Set<ApiScope>, Mono<ApiToken>> client,
            Function<Throwable, Optional<String>> failed) {
        this.client = client;
        this.failed = failed;
        setId("client-dialog");
        addClassName("api-client");
        setHeaderTitle(getTranslation("api.clients.new"));
        name.setId("client-name");
        name.setLabel(getTranslation("api.clients.name"));
        name.setHelperText(getTranslation("api.clients.name.hint"));
        name.setMaxLength(ApiClientName.LONGEST);
        name.setAutofocus(true);
        scopes.setId("client-scopes");
        scopes.setLabel(getTranslation("api.clients.scopes"));
        scopes.setItems(ApiScope.values());
        scopes.setItemLabelGenerator(
                scope -> getTranslation("api.clients.scope." + scope.name().toLowerCase(Locale.ROOT)));
        scopes.select(ApiScope.values());
        Button cancel = new Button(getTranslation("api.clients.cancel"), _ -> close());
        cancel.setId("client-cancel");
        make.setText(getTranslation("api.clients.make"));
        make.setId("client-make");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickListener(_ -> make());
        add(form(name, scopes));
        getFooter().add(cancel, make);
    }

    private void make() {
        Optional<ApiClientName> called = called();
        name.setInvalid(called.isEmpty());
        name.setErrorMessage(getTranslation("api.clients.name.wrong", ApiClientName.LONGEST));
        scopes.setInvalid(scopes.getValue().isEmpty());
        scopes.setErrorMessage(getTranslation("api.clients.scopes.wrong"));
        if (called.isPresent() && !scopes.getValue().isEmpty()) {
            UiTask.run(make, client.apply(called.get(), scopes.getValue()), this::show, failed);
        }
    }

    private Optional<ApiClientName> called() {
        try {
            return Optional.of(new ApiClientName(name.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Neither a stray click nor a key takes away what is shown once. */
    private void show(ApiToken token) {
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setHeaderTitle(getTranslation("api.clients.token.title", name.getValue().strip()));
        TextField field = new TextField(getTranslation("api.clients.token.label"));
        field.setId("client-token");
        field.setValue(token.text());
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.getElement().setAttribute("autocomplete", "off");
        Button copy = new Button(getTranslation("api.clients.copy"), _ -> copy(token));
        copy.setId("client-copy");
        Div row = new Div(field, copy);
        row.addClassNames("row", "token-row");
        Button done = new Button(getTranslation("api.clients.close"), _ -> close());
        done.setId("client-done");
        done.addThemeVariants(ButtonVariant.PRIMARY);
        removeAll();
        add(form(new Note(Note.Tone.AMBER, getTranslation("api.clients.token.once")), row));
        getFooter().removeAll();
        getFooter().add(done);
        field.focus();
    }

    private void copy(ApiToken token) {
        getElement()
                .executeJs("return navigator.clipboard.writeText($0)", token.text())
                .then(
                        _ -> Notices.done(getTranslation("api.clients.copied")),
                        _ -> Notices.alert(getTranslation("api.clients.not_copied")));
    }

    private static Div form(Component... parts) {
        Div form = new Div(parts);
        form.addClassName("client-form");
        return form;
    }
}
