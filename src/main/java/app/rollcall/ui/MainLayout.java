package app.rollcall.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.server.menu.MenuConfiguration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every screen of somebody who is signed in: drawer with the navigation and who they are, header with where the
 * screen is and what every page has, and the screen itself as one sheet.
 */
@PermitAll
public class MainLayout extends AppLayout {

    private final Screens screens = new Screens();
    private final Breadcrumbs crumbs = new Breadcrumbs();
    private final Div presence = part("presence");

    public MainLayout(ObjectProvider<HeaderPart> parts, ObjectProvider<UserMenu> userMenu) {
        addClassName("app");
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("ui.menu")));
        Anchor skip = new Anchor("#" + Screens.CONTENT_ID, getTranslation("ui.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("ui.menu"));
        toggle.setIcon(Icons.MENU.create());
        toggle.addClassName("drawer-toggle");
        Logo narrow = new Logo();
        narrow.addClassName("narrow");
        Div right = part("right");
        right.add(presence);
        parts.orderedStream().map(HeaderPart::get).forEach(right::add);
        right.add(new ThemeToggle());
        Header top = new Header(skip, toggle, narrow, crumbs, right);
        top.addClassName("top");
        addToNavbar(top, new ConnectionStrip());
        Div drawer = part("drawer");
        drawer.getElement().setAttribute("role", "complementary").setAttribute("aria-label", getTranslation("ui.menu"));
        drawer.add(new Logo(), new MainNavigation());
        userMenu.ifAvailable(menu -> drawer.add(menu.get()));
        addToDrawer(drawer);
        setContent(screens);
    }

    /** Where a screen shows who else is on it. */
    public void showPresence(Component... avatars) {
        presence.removeAll();
        presence.add(avatars);
        presence.setClassName("seen", avatars.length > 0);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        screens.show((Component) content);
        showPresence();
        if (isOverlay()) {
            setDrawerOpened(false);
        }
        crumbs.show(
                content instanceof Crumbs screen
                        ? screen.crumbs()
                        : MenuConfiguration.getPageHeader((Component) content)
                                .map(List::of)
                                .orElse(List.of()));
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        screens.leave((Component) oldContent);
    }

    private static Div part(String className) {
        Div part = new Div();
        part.addClassName(className);
        return part;
    }
}
