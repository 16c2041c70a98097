package app.rollcall.presence.ui;

import app.rollcall.presence.Place;
import app.rollcall.presence.Presence;
import app.rollcall.presence.Present;
import app.rollcall.security.Actor;
import app.rollcall.ui.FluxBinding;
import app.rollcall.ui.PersonAvatar;
import app.rollcall.ui.Unseen;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The faces of those who have the same thing open, for the header of a screen. While it is attached, whoever looks at it is
 * at that place too, and their browser is asked again and again whether it is still there.
 */
public final class PresencePanel extends Div {

    private static final int FACES = 3;

    private final Div faces = new Div();
    private final Span sentence = Unseen.words("");
    private final transient Sinks.Many<Boolean> signs = Sinks.many().multicast().directBestEffort();

    /** @param places where the screen is, one after the other; the same again is no news */
    public PresencePanel(Presence presence, Actor actor, Flux<Place> places) {
        setId("presence");
        faces.addClassName("avs");
        // The sentence says all that the faces do.
        faces.getElement().setAttribute("aria-hidden", "true");
        sentence.getElement().setAttribute("role", "status");
        add(faces, sentence);
        FluxBinding.state(
                this,
                () -> places.distinctUntilChanged().switchMap(place -> presence.enter(actor, place, signs.asFlux())),
                this::show);
        FluxBinding.events(this, () -> Flux.interval(Presence.BEAT).onBackpressureDrop(), _ -> ask());
    }

    /** A browser that is gone, or cut off, does not answer. */
    private void ask() {
        getElement().executeJs("return true").then(Boolean.class, signs::tryEmitNext);
    }

    private void show(List<Present> others) {
        faces.removeAll();
        others.stream().limit(FACES).map(other -> face(other.name())).forEach(faces::add);
        if (others.size() > FACES) {
            faces.add(more(others.subList(FACES, others.size())));
        }
        sentence.setText(others.isEmpty() ? "" : here(others));
    }

    private PersonAvatar face(String name) {
        PersonAvatar face = PersonAvatar.of(name, PersonAvatar.Size.L);
        face.addClassName("here");
        face.getElement().setAttribute("title", getTranslation("presence.one", name));
        return face;
    }

    private Span more(List<Present> rest) {
        Span more = new Span("+" + NumberFormat.getIntegerInstance(getLocale()).format(rest.size()));
        more.addClassNames("av", "l", "more");
        more.getElement().setAttribute("title", here(rest));
        return more;
    }

    private String here(List<Present> others) {
        List<String> names = others.stream().map(Present::name).toList();
        return names.size() == 1
                ? getTranslation("presence.one", names.getFirst())
                : getTranslation(
                        "presence.many",
                        ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                                .format(names));
    }
}
