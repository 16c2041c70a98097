package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Direct Enroll: chooses what somebody gets at once, and gives it (OM-60). */
public final class EnrollDialog<T> extends Dialog {

    private final PickList<T> list;
    private final Button give = new Button();
    private final transient Function<List<T>, @Nullable Mono<Integer>> command;
    private final transient IntConsumer done;
    private final transient Function<Throwable, Optional<String>> failed;

    /**
     * @param who gets it
     * @param below how it is given, under the list; null when nothing is to be said
     * @param command gives what is chosen, and how many were new; null when something typed has to be mended first
     */
    public EnrollDialog(
            String who,
            SearchedItems<T> items,
            Function<T, Component> line,
            @Nullable Component below,
            Function<List<T>, @Nullable Mono<Integer>> command,
            IntConsumer done,
            Function<Throwable, Optional<String>> failed) {
        this.command = command;
        this.done = done;
        this.failed = failed;
        setId("direct-enroll-dialog");
        addClassNames("picker", "add-users");
        setHeaderTitle(getTranslation("ui.enroll"));
        Span name = new Span(who);
        name.addClassNames("t2", "cut");
        getHeader().add(name);
        list = new PickList<>(
                "enrollable",
                items,
                line,
                getTranslation("ui.enroll.find"),
                getTranslation("ui.enroll.nothing_left"),
                this::tally);
        add(list);
        if (below != null) {
            add(below);
        }
        Button cancel = new Button(getTranslation("ui.enroll.cancel"), _ -> close());
        cancel.setId("enroll-cancel");
        give.setId("enroll");
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClickListener(_ -> give());
        getFooter().add(cancel, give);
        tally();
    }

    /** A line of what can be given: picture, title, and what files call it. */
    public static Component line(Icons picture, String title, String code) {
        Span name = new Span(title);
        name.addClassNames("nm", "cut", "grow");
        Span id = new Span(code);
        id.addClassNames("t2", "mono", "xs");
        Span row = new Span(picture.create(), name, id);
        row.addClassName("card-row");
        row.getElement().setAttribute("data-item", code);
        return row;
    }

    private void tally() {
        int chosen = list.chosen().size();
        give.setText(getTranslation("ui.enroll.give", chosen));
        give.setEnabled(chosen > 0);
    }

    private void give() {
        Mono<Integer> giving = command.apply(List.copyOf(list.chosen()));
        if (giving != null) {
            UiTask.run(
                    give,
                    giving,
                    got -> {
                        close();
                        done.accept(got);
                    },
                    failed);
        }
    }
}
