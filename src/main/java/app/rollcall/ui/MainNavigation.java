package app.rollcall.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The way to every screen that is there and that the person may open: those whose view carries {@code @Menu}. Its title is a key
 * of the texts, its icon the name of one of {@link Icons}, and its order says the section: below 10 none, then Management from
 * 10, Learning from 20, Insight from 30, Settings from 80, and from 90 what stands apart at the bottom.
 */
final class MainNavigation extends Div {

    private enum Section {
        TOP(0),
        MANAGEMENT(10),
        LEARNING(20),
        INSIGHT(30),
        SETTINGS(80),
        BOTTOM(90);

        private final double from;

        Section(double from) {
            this.from = from;
        }

        static Section of(NavigationEntry entry) {
            double order = entry.order() == null ? MANAGEMENT.from : entry.order();
            return Arrays.stream(values())
                    .filter(section -> order >= section.from)
                    .reduce(TOP, (lower, higher) -> higher);
        }
    }

    MainNavigation() {
        addClassName("nav");
        List<NavigationEntry> entries = NavigationEntry.all();
        for (Section section : Section.values()) {
            List<NavigationEntry> own = entries.stream()
                    .filter(entry -> Section.of(entry) == section)
                    .toList();
            if (!own.isEmpty()) {
                add(nav(section, own));
            }
        }
    }

    private SideNav nav(Section section, List<NavigationEntry> entries) {
        SideNav nav = new SideNav();
        nav.addClassName("nav-" + section.name().toLowerCase(Locale.ROOT));
        switch (section) {
            case MANAGEMENT -> nav.setLabel(getTranslation("ui.nav.management"));
            case LEARNING -> nav.setLabel(getTranslation("ui.nav.learning"));
            case INSIGHT -> nav.setLabel(getTranslation("ui.nav.insight"));
            case SETTINGS -> nav.setLabel(getTranslation("ui.nav.settings"));
            case TOP, BOTTOM -> nav.getElement().setAttribute("aria-label", getTranslation("ui.nav"));
        }
        entries.forEach(entry -> nav.addItem(item(entry)));
        return nav;
    }

    private SideNavItem item(NavigationEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
        // A record belongs to its list: learners/5 keeps Learners lit.
        item.setMatchNested(!entry.path().isEmpty());
        if (entry.icon() != null) {
            item.setPrefixComponent(entry.icon().create());
        }
        if (entry.letter() != null) {
            item.getElement().setAttribute("data-go", entry.letter());
        }
        return item;
    }
}
