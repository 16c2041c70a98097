package app.rollcall.importing.ui;

import app.rollcall.security.Permission;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Icons;
import app.rollcall.ui.PaletteItem;
import app.rollcall.ui.PaletteSource;
import app.rollcall.ui.TableKey;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;

/** Invite (OM-07) from the palette of any screen, and by its key in the directory. */
@org.springframework.stereotype.Component
@Order(40)
class InviteByKeys implements PaletteSource, TableKey {

    private final ObjectProvider<ImportPanel> panels;
    private final CurrentActor current;

    InviteByKeys(ObjectProvider<ImportPanel> panels, CurrentActor current) {
        this.panels = panels;
        this.current = current;
    }

    @Override
    public List<PaletteItem> offered(Component words) {
        return words(words).stream()
                .map(title -> PaletteItem.action(
                        "invite", Icons.INVITE, title, () -> new InviteDialog(panels.getObject()).open()))
                .toList();
    }

    @Override
    public String cap() {
        return "I";
    }

    @Override
    public Optional<String> words(Component words) {
        return current.get().may(Permission.IMPORT_LEARNERS)
                ? Optional.of(words.getTranslation("invite.palette"))
                : Optional.empty();
    }
}
