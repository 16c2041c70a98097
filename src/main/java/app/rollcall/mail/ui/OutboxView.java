package app.rollcall.mail.ui;

import app.rollcall.live.LiveEvent;
import app.rollcall.live.LiveEvents;
import app.rollcall.mail.CaughtMail;
import app.rollcall.mail.CaughtMails;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.ui.Crumbs;
import app.rollcall.ui.EmptyState;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.Icons;
import app.rollcall.ui.MainLayout;
import app.rollcall.ui.Moments;
import app.rollcall.ui.Note;
import app.rollcall.ui.Page;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;

/** A trial's Outbox: the mails that were caught, newest first, as they come, with links that work. Registered in a trial only. */
@Route(value = OutboxView.PATH, layout = MainLayout.class, registerAtStartup = false)
@Menu(title = "mail.outbox", icon = "envelope", order = 91)
@RolesAllowed("CHANGE_SETTINGS")
class OutboxView extends Page implements HasDynamicTitle, Crumbs {

    static final String PATH = "outbox";
    private static final int SHOWN = 100;

    private final transient Clock clock;
    private final Div list = new Div();
    private final Set<Long> shown = new HashSet<>();
    private final EmptyState empty = new EmptyState(
            Icons.ENVELOPE, getTranslation("mail.outbox.empty"), getTranslation("mail.outbox.empty.why"));

    OutboxView(CaughtMails caught, LiveEvents live, Clock clock, CurrentActor current) {
        super("");
        this.clock = clock;
        Actor actor = current.get();
        setTitle(getTranslation("mail.outbox"));
        setId("outbox-view");
        list.setId("outbox");
        list.addClassName("outbox");
        empty.setVisible(false);
        Div padded = new Div(new Note(Note.Tone.BLUE, getTranslation("mail.outbox.trial")), empty, list);
        padded.addClassName("outbox-page");
        content(padded);
        FluxBinding.state(
                this,
                () -> Flux.merge(live.of(LiveEvent.MailChanged.class).map(_ -> true), Flux.just(true))
                        .onBackpressureLatest()
                        .concatMap(_ -> caught.newest(actor, SHOWN), 0),
                this::show);
    }

    /** New ones are put above; what is there stays as it is, opened or not. */
    private void show(List<CaughtMail> mails) {
        Moments moments = Moments.of(this, clock.instant());
        mails.reversed().stream().filter(mail -> shown.add(mail.id())).forEach(mail -> {
            boolean newest = mail.id() == mails.getFirst().id();
            list.addComponentAsFirst(new MailCard(mail, moments, newest));
        });
        setCount(mails.size(), getTranslation("mail.outbox.count", mails.size()));
        empty.setVisible(mails.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.outbox.page_title");
    }

    @Override
    public List<String> crumbs() {
        return List.of(getTranslation("mail.outbox"));
    }
}
