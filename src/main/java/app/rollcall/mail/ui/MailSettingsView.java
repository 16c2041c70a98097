package app.rollcall.mail.ui;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.mail.MailPost;
import app.rollcall.mail.MailTemplates;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Page;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Flux;

/** Settings &gt; Mail: how mail fares, and what it says. Wiring only. */
@Route(value = MailSettingsView.PATH, layout = MainLayout.class)
@Menu(title = "mail.settings", icon = "settings", order = 90)
@RolesAllowed("CHANGE_SETTINGS")
class MailSettingsView extends Page implements HasDynamicTitle, Crumbs {

    static final String PATH = "settings/mail";

    MailSettingsView(MailPost post, MailTemplates templates, LiveEvents live, Clock clock, CurrentActor current) {
        super("");
        Actor actor = current.get();
        setTitle(getTranslation("mail.settings"));
        setId("mail-settings-view");
        HealthCard health = new HealthCard();
        Div padded = new Div(health, new TemplateEditor(templates, post, actor));
        padded.addClassName("mail-settings");
        content(padded);
        FluxBinding.state(
                this,
                () -> Flux.merge(live.of(LiveEvent.MailChanged.class).map(_ -> true), Flux.just(true))
                        .onBackpressureLatest()
                        .concatMap(_ -> post.health(actor), 0),
                found -> health.show(found, Moments.of(this, clock.instant())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.settings.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("mail.settings.crumb"), getTranslation("mail.settings"));
    }
}
