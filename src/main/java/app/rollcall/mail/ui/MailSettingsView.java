package app.rollcall.mail.ui;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.mail.CannotSendAgain;
import app.rollcall.mail.FailedLetter;
import app.rollcall.mail.MailPost;
import app.rollcall.mail.MailTemplates;
import app.rollcall.security.Actor;
import app.rollcall.security.Refused;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Notices;
import app.rollcall.ui.Page;
import app.rollcall.ui.UiTask;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settings &gt; Mail: how mail fares, and what it says. Wiring only. */
@Route(value = MailSettingsView.PATH, layout = MainLayout.class)
@Menu(title = "mail.settings", icon = "settings", order = 81)
@RolesAllowed("CHANGE_SETTINGS")
class MailSettingsView extends Page implements HasDynamicTitle, Crumbs {

    static final String PATH = "settings/mail";

    MailSettingsView(MailPost post, MailTemplates templates, LiveEvents live, Clock clock, CurrentActor current) {
        super("");
        Actor actor = current.get();
        setTitle(getTranslation("mail.settings"));
        setId("mail-settings-view");
        HealthCard health = new HealthCard();
        FailedMails failed = new FailedMails((letter, evenTwice, button) -> UiTask.run(
                button,
                post.sendAgain(actor, letter, evenTwice),
                () -> Notices.done(getTranslation("mail.failed.done", letter.to())),
                failure -> sentence(letter, failure, Moments.of(this, clock.instant()))));
        Div padded = new Div(health, failed, new TemplateEditor(templates, post, actor));
        padded.addClassName("mail-settings");
        content(padded);
        FluxBinding.state(
                this,
                () -> Flux.merge(live.of(LiveEvent.MailChanged.class).map(_ -> true), Flux.just(true))
                        .onBackpressureLatest()
                        .concatMap(_ -> Mono.zip(post.health(actor), post.failed(actor, FailedMails.MOST)), 0),
                found -> {
                    Moments moments = Moments.of(this, clock.instant());
                    health.show(found.getT1(), moments);
                    failed.show(found.getT2(), found.getT1().failed(), moments);
                });
    }

    private Optional<String> sentence(FailedLetter letter, Throwable failure, Moments moments) {
        return switch (failure) {
            case CannotSendAgain cannot ->
                Optional.of(getTranslation(
                        "mail.failed.cannot." + cannot.reason().name().toLowerCase(Locale.ROOT),
                        letter.to(),
                        cannot.at() == null ? "" : moments.exact(cannot.at())));
            case Refused _ -> Optional.of(getTranslation("mail.settings.refused"));
            default -> Optional.empty();
        };
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
