package app.rollcall.learner.ui;

import app.rollcall.bulk.BulkAction;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MenuParts;
import app.rollcall.ui.OnScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The bar at the bottom while somebody is selected (OM-30): how many, what others changed about them, and what can be done, each with
 * the number it is for (OM-32). On a phone what has no room is behind "More".
 */
final class SelectedBar extends Div {

    /** The page's class while the bar lies over it: a list ends with room for it, and notices stand above it. */
    private static final String OVER = "under-bar";

    /** Those that have room on a phone. */
    private static final List<BulkAction> FIRST = List.of(BulkAction.PAUSE, BulkAction.UNPAUSE);

    private final transient SelectedWords words = new SelectedWords(this);
    private final Span drift = new Span();
    private final Span unshown = new Span();
    private final Button all = new Button();
    private final Div above;
    private final Button clear = new Button(Icons.CROSS.create());
    private final Span count = new Span();
    private final transient Map<BulkAction, Offer> offers = new EnumMap<>(BulkAction.class);
    private final Button categories = new Button();
    private final MenuBar more = new MenuBar();
    private final MenuItem moreRemove;
    private final MenuItem moreCategories;

    /** Where it is to be seen; null while it is not. */
    private @Nullable UI page;

    /** A button, the number on it, and what is said about it. */
    private record Offer(Span place, Button button, Span number, Span about) {}

    /** What is pressed. */
    interface Actions {

        void clear();

        void all(Component control);

        void run(BulkAction action, Component control);

        void categories(Component control);
    }

    SelectedBar(Actions actions) {
        setId("selected-bar");
        addClassName("bulk");
        getElement().setAttribute("role", "toolbar");
        getElement().setAttribute("aria-label", words.say("bulk.toolbar"));
        all.setId("select-all");
        all.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        all.addClassName("link");
        all.addClickListener(_ -> actions.all(all));
        drift.setId("selected-drift");
        drift.addClassName("drift");
        unshown.setId("selected-unshown");
        Div told = new Div(drift, unshown);
        told.addClassNames("told", "grow");
        above = new Div(told, all);
        above.addClassName("up");
        clear.setId("clear-selected");
        clear.setAriaLabel(words.say("bulk.clear"));
        clear.setTooltipText(words.say("bulk.clear"));
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addClassNames("square", "quiet");
        clear.addClickListener(_ -> actions.clear());
        count.setId("selected-count");
        Span selected = new Span(clear, count);
        selected.addClassName("sel");
        Span line = new Span();
        line.addClassName("sep");
        Div below = new Div(selected, line);
        below.addClassName("dn");
        for (BulkAction action : BulkAction.values()) {
            Offer offer = offer(action, actions::run);
            offer.place().setClassName("wide", !FIRST.contains(action));
            offers.put(action, offer);
            below.add(offer.place());
        }
        button(categories, "bulk-categories", Icons.TAG, "categories");
        categories.addClassName("wide");
        categories.addClickListener(_ -> actions.categories(categories));
        MenuItem dots = more.addItem(Icons.MORE.create());
        dots.setAriaLabel(words.say("bulk.more"));
        more.addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.SMALL);
        more.addClassNames("quiet", "narrow");
        more.getElement().setAttribute("aria-label", words.say("bulk.more"));
        moreRemove = more(
                "more-remove-invitation",
                dots,
                Icons.ENVELOPE_CROSSED,
                control -> actions.run(BulkAction.REMOVE_INVITATION, control));
        moreCategories = more("more-categories", dots, Icons.TAG, actions::categories);
        below.add(categories, more);
        add(above, below);
        OnScreen.during(this, ui -> {
            page = ui;
            lie();
            return () -> {
                ui.getElement().getClassList().remove(OVER);
                page = null;
            };
        });
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        lie();
    }

    private void lie() {
        if (page != null) {
            page.getElement().getClassList().set(OVER, isVisible());
        }
    }

    private Offer offer(BulkAction action, BiConsumer<BulkAction, Component> chosen) {
        String id = "bulk-" + action.code().replace('_', '-');
        Button button = new Button();
        Span number = button(button, id, icon(action), action.code());
        button.addClickListener(_ -> chosen.accept(action, button));
        Span about = new Span();
        about.setId(id + "-about");
        about.addClassName("sr");
        button.getElement().setAttribute("aria-describedby", id + "-about");
        Span place = new Span(button, about);
        place.addClassName("offer");
        return new Offer(place, button, number, about);
    }

    private Span button(Button button, String id, Icons icon, String key) {
        Span number = new Span();
        number.addClassName("k");
        button.setId(id);
        button.setIcon(icon.create());
        button.setText(words.say("bulk." + key));
        button.setSuffixComponent(number);
        button.addThemeVariants(ButtonVariant.SMALL);
        return number;
    }

    private static Icons icon(BulkAction action) {
        return switch (action) {
            case PAUSE -> Icons.PAUSE;
            case UNPAUSE -> Icons.PLAY;
            case REMOVE_INVITATION -> Icons.ENVELOPE_CROSSED;
        };
    }

    private MenuItem more(String id, MenuItem dots, Icons icon, Consumer<Component> chosen) {
        MenuItem item = dots.getSubMenu().addItem(MenuParts.item(icon, ""), _ -> chosen.accept(more));
        item.setId(id);
        return item;
    }

    /**
     * @param hidden how many of the selected the list does not show now
     * @param matching how many can be selected at one press; 0 for not offered
     */
    void show(Selected selected, long hidden, long matching) {
        setVisible(true);
        count.setText(words.say("bulk.selected", selected.size()));
        drift.setText(selected.drifted().isEmpty() ? "" : words.drift(selected.drifted()));
        drift.setTitle(words.names(selected.drifted()));
        drift.setVisible(!selected.drifted().isEmpty());
        unshown.setText(hidden > 0 ? words.say("bulk.unshown", hidden) : "");
        unshown.setVisible(hidden > 0);
        all.setText(words.say("bulk.all", matching));
        all.setVisible(matching > 0);
        above.setVisible(drift.isVisible() || unshown.isVisible() || all.isVisible());
        offers.forEach((action, offer) -> {
            int fitting = selected.fitting(action).size();
            String about = words.rest(action, selected.rows());
            offer.number().setText(number(fitting));
            offer.about().setText(about);
            offer.place().setTitle(about);
            // What works at this moment is off already, and comes back by itself.
            if (!offer.button().hasClassName("working")) {
                offer.button().setEnabled(fitting > 0);
            }
        });
        categories.getSuffixComponent().getElement().setText(number(selected.size()));
        categories.setEnabled(selected.size() > 0);
        entry(
                moreRemove,
                "remove_invitation",
                selected.fitting(BulkAction.REMOVE_INVITATION).size());
        entry(moreCategories, "categories", selected.size());
    }

    private void entry(MenuItem item, String key, int fitting) {
        item.getChildren()
                .findFirst()
                .flatMap(content -> content.getChildren().reduce((_, last) -> last))
                .ifPresent(text -> text.getElement().setText(words.say("bulk." + key) + " " + number(fitting)));
        item.setEnabled(fitting > 0);
    }

    private String number(int count) {
        return "(" + NumberFormat.getIntegerInstance(getLocale()).format(count) + ")";
    }

    /** What is pressed next by somebody who cannot press again what they pressed. */
    void focusAfter(Component pressed) {
        if (page != null && isVisible() && pressed instanceof Button button && !button.isEnabled()) {
            clear.focus();
        }
    }
}
