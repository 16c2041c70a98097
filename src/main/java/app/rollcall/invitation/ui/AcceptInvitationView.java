package app.rollcall.invitation.ui;

import app.rollcall.invitation.InvitationLink;
import app.rollcall.invitation.Invitations;
import app.rollcall.invitation.LinkState;
import app.rollcall.security.Actor;
import app.rollcall.security.ui.Crossing;
import app.rollcall.security.ui.CurrentActor;
import app.rollcall.security.ui.EntryCard;
import app.rollcall.security.ui.LinkSession;
import app.rollcall.security.ui.PostForm;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Behind an invitation's link (LS-02): opening it accepts nothing, the form does. A dead link says why, and what to do. */
@Route(value = AcceptPaths.PAGE, autoLayout = false)
@AnonymousAllowed
class AcceptInvitationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Invitations invitations;
    private final transient CurrentActor current;

    AcceptInvitationView(Invitations invitations, CurrentActor current) {
        this.invitations = invitations;
        this.current = current;
        addClassName("rc-si-page");
        setId("accept-invitation");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        InvitationLink link = AcceptPaths.KEPT
                .token(request)
                .flatMap(token -> Crossing.wait(invitations.open(token, request.getRemoteAddr())))
                .orElse(new InvitationLink(LinkState.UNKNOWN, null));
        InvitationLink.Welcome welcome = link.welcome();
        Optional<Actor> somebody = current.find();
        removeAll();
        if (welcome == null) {
            add(dead(link.state(), somebody.isPresent()));
        } else if (somebody.isPresent()) {
            add(choice(welcome, somebody.get()));
        } else {
            Optional<LinkSession.Typed> typed = AcceptPaths.KEPT.typed(request);
            AcceptForm form = new AcceptForm(
                    this,
                    welcome,
                    typed.map(LinkSession.Typed::fields).orElse(Map.of()),
                    event.getUI().getLocale(),
                    zone(event.getUI()));
            add(form.card(typed.map(LinkSession.Typed::problemKey).orElse(null)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invitation.page_title");
    }

    private static ZoneId zone(UI ui) {
        String zone = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return zone == null || zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    private EntryCard dead(LinkState state, boolean signedIn) {
        String key = "invitation.link." + state.name().toLowerCase(Locale.ROOT);
        EntryCard card = new EntryCard(getTranslation(key), "");
        card.addToForm(EntryCard.note(getTranslation(key + ".what"), "amber"));
        Anchor on = signedIn
                ? new Anchor(".", getTranslation("invitation.home"))
                : new Anchor("sign_in", getTranslation("invitation.sign_in"));
        on.setId("way-on");
        on.addClassName("rc-si-link");
        card.addToForm(on);
        return card;
    }

    /** Somebody else is signed in here: nothing is done in either name before they have said in which. */
    private EntryCard choice(InvitationLink.Welcome welcome, Actor somebody) {
        EntryCard card = new EntryCard(getTranslation("invitation.other"), "");
        card.addToForm(
                EntryCard.note(getTranslation("invitation.other.what", welcome.email(), somebody.name()), "amber"));
        PostForm leave = new PostForm(AcceptPaths.SWITCH);
        leave.setId("switch");
        leave.addClassName("rc-si-fields");
        leave.add(EntryCard.submit(getTranslation("invitation.other.leave", welcome.email())));
        Anchor stay = new Anchor(".", getTranslation("invitation.other.stay", somebody.name()));
        stay.setId("way-on");
        stay.addClassName("rc-si-link");
        card.addToForm(leave, stay);
        return card;
    }
}
