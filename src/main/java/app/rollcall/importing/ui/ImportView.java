package app.rollcall.importing.ui;

import app.rollcall.importing.ImportId;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Page;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An import as a page: to share, to reload, to come back to. Without a number it begins a new one. */
@RouteAlias(value = ImportView.NEW, layout = MainLayout.class)
@Route(value = ImportView.PATH, layout = MainLayout.class)
@RolesAllowed("SEE_JOBS")
class ImportView extends Page implements HasUrlParameter<Long>, HasDynamicTitle, Crumbs {

    static final String PATH = "management/members/learners/imports";
    static final String NEW = PATH + "/new";
    private static final String LEARNERS = "management/members/learners";

    private final ImportPanel panel;

    ImportView(ImportPanel panel) {
        super("");
        this.panel = panel;
        panel.onPage();
        setTitle(getTranslation("invite.title"));
        setId("import-view");
        addClassName("import-page");
        ShareLink share = new ShareLink(null);
        beside(panel.caption(), share);
        actions(panel.steps());
        content(panel);
        add(panel.foot());
        panel.onDone(() -> UI.getCurrent().navigate(LEARNERS));
        panel.onBegun(id -> {
            share.show(id);
            // Without a new screen: files may still be on their way to this one.
            UI.getCurrent().getPage().getHistory().replaceState(null, path(id));
        });
    }

    static String path(ImportId id) {
        return PATH + "/" + id.value();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable Long id) {
        if (id == null) {
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(ImportNavigation.COURSE)
                    .filter(code -> !code.isBlank())
                    .ifPresent(panel::ofCourse);
            return;
        }
        if (id <= 0) {
            throw new NotFoundException();
        }
        panel.open(new ImportId(id));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invite.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(
                getTranslation("learner.crumb.management"),
                getTranslation("learner.crumb.members"),
                getTranslation("learner.title"),
                getTranslation("invite.crumb"));
    }
}
