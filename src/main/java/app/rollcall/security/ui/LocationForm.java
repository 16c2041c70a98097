package app.rollcall.security.ui;

import app.rollcall.security.Actor;
import app.rollcall.security.Location;
import app.rollcall.security.OwnLocation;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Notices;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/** Where one is, to be said or left out (LS-09). */
final class LocationForm extends Div {

    private final transient OwnLocation own;
    private final transient Actor actor;
    private final TextField location = new TextField();
    private final Button save = new Button();
    private boolean typed;

    LocationForm(OwnLocation own, Actor actor) {
        this.own = own;
        this.actor = actor;
        addClassName("plain-form");
        location.setId("location");
        location.setLabel(getTranslation("security.location"));
        location.setHelperText(getTranslation("security.location.hint"));
        location.setMaxLength(Location.LONGEST);
        location.setClearButtonVisible(true);
        location.addValueChangeListener(change -> {
            typed |= change.isFromClient();
            location.setInvalid(false);
        });
        save.setId("save-location");
        save.setText(getTranslation("security.location.save"));
        save.addClickListener(_ -> save());
        add(new H2(getTranslation("security.location.about")), location, save);
        FluxBinding.state(this, () -> own.find(actor).flux(), this::show);
    }

    /** What is being typed is left alone. */
    private void show(Location said) {
        if (!typed) {
            location.setValue(said.value());
        }
    }

    private void save() {
        Optional<Location> said;
        try {
            said = Location.of(location.getValue());
        } catch (IllegalArgumentException tooLong) {
            location.setErrorMessage(getTranslation("security.location.long", Location.LONGEST));
            location.setInvalid(true);
            location.focus();
            return;
        }
        UiTask.run(
                save,
                own.tell(actor, said),
                () -> {
                    typed = false;
                    location.setValue(said.map(Location::value).orElse(""));
                    Notices.done(
                            getTranslation(said.isPresent() ? "security.location.saved" : "security.location.left"));
                },
                _ -> Optional.empty());
    }
}
