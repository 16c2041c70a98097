package app.rollcall.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All keys, and the switch by which single letters are none (WCAG 2.1.4). */
final class KeysDialog extends Dialog {

    KeysDialog(List<TableKey> tableKeys, @Nullable LetterKeys letters) {
        setId("keys-dialog");
        addClassName("keys");
        setHeaderTitle(getTranslation("ui.keys"));
        Button close = new Button(Icons.CROSS.create(), _ -> close());
        close.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        close.addClassNames("quiet", "square");
        close.setAriaLabel(getTranslation("ui.close"));
        close.setId("keys-close");
        getHeader().add(close);
        Div go = go();
        Div table = table(tableKeys);
        // Whoever has no navigation has no tables either.
        table.setVisible(go.isVisible());
        Div groups = new Div(everywhere(), go, table);
        groups.addClassName("key-groups");
        add(groups);
        close.focus();
        if (letters != null) {
            getFooter().add(choice(letters));
        }
    }

    private Div everywhere() {
        UnorderedList lines = new UnorderedList();
        line(lines, "ui.key.palette", KeyCaps.command(this), "K");
        line(lines, "ui.key.search", "/");
        line(lines, "ui.key.sheet", "?");
        line(lines, "ui.key.back", "Esc");
        return group("ui.keys.everywhere", lines);
    }

    private Div table(List<TableKey> tableKeys) {
        UnorderedList lines = new UnorderedList();
        lines.add(line(getTranslation("ui.key.next"), "J", "↓"));
        lines.add(line(getTranslation("ui.key.previous"), "K", "↑"));
        line(lines, "ui.key.open", getTranslation("ui.key.enter"));
        line(lines, "ui.key.menu", ".");
        line(lines, "ui.key.select", "X");
        tableKeys.forEach(key -> key.words(this).ifPresent(words -> lines.add(line(words, key.cap()))));
        return group("ui.keys.table", lines);
    }

    /** Where the letters after G lead, of those views that the person may open. */
    private Div go() {
        UnorderedList lines = new UnorderedList();
        NavigationEntry.all().stream()
                .filter(entry -> entry.letter() != null)
                .forEach(entry -> lines.add(
                        line(getTranslation(entry.title()), entry.caps().toArray(String[]::new))));
        Div group = group("ui.keys.go", lines);
        group.setVisible(lines.getComponentCount() > 0);
        return group;
    }

    private Checkbox choice(LetterKeys letters) {
        Checkbox choice = new Checkbox(getTranslation("ui.keys.letters"));
        choice.setId("letter-keys");
        choice.setHelperText(getTranslation("ui.keys.letters.why"));
        choice.setValue(letters.wanted());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tellBrowser(change.getValue());
                UiTask.keepFocus(
                        choice,
                        letters.choose(change.getValue()),
                        () -> {
                            choice.setValue(change.getOldValue());
                            tellBrowser(change.getOldValue());
                        },
                        _ -> Optional.empty());
            }
        });
        return choice;
    }

    private static void tellBrowser(boolean wanted) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "for (const part of [document.documentElement, ...document.getElementsByClassName($0)]) part.dataset.letters = $1",
                        LetterKeys.PART,
                        wanted ? "on" : "off");
    }

    private Div group(String title, UnorderedList lines) {
        Div group = new Div(new H3(getTranslation(title)), lines);
        group.addClassName("key-group");
        return group;
    }

    private void line(UnorderedList lines, String key, String... caps) {
        lines.add(line(getTranslation(key), caps));
    }

    private static ListItem line(String words, String... caps) {
        return new ListItem(new Span(words), new KeyCaps(caps));
    }
}
