package app.rollcall.importing.ui;

import app.rollcall.importing.Item;
import app.rollcall.security.EmailAddress;
import app.rollcall.ui.Icons;
import app.rollcall.ui.SearchedItems;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** One person by hand (OM-34, OM-45): the address, the courses and products prepared for them (OM-35), into the list. */
final class ManualEntry<R> extends Div {

    private final transient SearchedItems<Item> items;
    private final transient BiFunction<String, List<Item>, Mono<R>> command;
    private final transient Consumer<R> added;
    private final TextField email = new TextField();
    private final Span chips = new Span();
    private final Button add = new Button();
    private final transient List<Item> chosen = new ArrayList<>();

    /** @param command sends what was typed, once the address is one */
    ManualEntry(SearchedItems<Item> items, BiFunction<String, List<Item>, Mono<R>> command, Consumer<R> added) {
        this.items = items;
        this.command = command;
        this.added = added;
        setId("manual");
        addClassName("manual");
        email.setId("email");
        email.setLabel(getTranslation("invite.email"));
        email.setPlaceholder("name@example.org");
        email.getElement().setAttribute("inputmode", "email");
        email.getElement().setAttribute("autocomplete", "off");
        email.addKeyPressListener(Key.ENTER, _ -> add());
        email.addValueChangeListener(_ -> email.setInvalid(false));
        email.setManualValidation(true);
        Button select = new Button(getTranslation("invite.select"), Icons.PLUS.create(), _ -> pick());
        select.setId("select-items");
        add.setText(getTranslation("invite.add"));
        add.setId("add-to-list");
        add.addClickListener(_ -> add());
        Span buttons = new Span(select, add);
        buttons.addClassNames("row", "apart", "manual-buttons");
        chips.addClassName("chips");
        chips.setId("chosen");
        Paragraph hint = new Paragraph(getTranslation("invite.manual.hint"));
        hint.addClassName("hint");
        add(email, buttons, chips, hint);
        draw();
    }

    private void pick() {
        new ItemPicker(items, chosen, picked -> {
                    chosen.clear();
                    chosen.addAll(picked);
                    draw();
                })
                .open();
    }

    private void draw() {
        chips.removeAll();
        chosen.forEach(item -> chips.add(new ItemChip(item, () -> {
            chosen.remove(item);
            draw();
        })));
        chips.setVisible(!chosen.isEmpty());
    }

    /** What is malformed stays as it was typed, with a sentence under it. */
    private void add() {
        String typed = email.getValue();
        try {
            String address = new EmailAddress(typed).value();
            UiTask.run(
                    add,
                    command.apply(address, List.copyOf(chosen)),
                    result -> {
                        clear();
                        added.accept(result);
                    },
                    failure -> ImportWords.failed(this, failure));
        } catch (EmailAddress.Malformed malformed) {
            email.setErrorMessage(getTranslation(
                    "invite.malformed." + malformed.refusal().name().toLowerCase(Locale.ROOT), typed));
            email.setInvalid(true);
            email.focus();
        }
    }

    private void clear() {
        email.clear();
        chosen.clear();
        draw();
        email.focus();
    }
}
