package app.rollcall.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import reactor.core.publisher.Sinks;

/**
 * The foot of a live screen: who did what, as it happens, and the keys. A screen reader is told politely, and at most one
 * sentence every five seconds: the newest.
 */
public final class LiveFoot extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Span who = new Span();
    private final Span what = new Span();
    private final Span keys = new Span();
    private final transient Sinks.Many<String> spoken = Sinks.many().multicast().directBestEffort();

    public LiveFoot() {
        addClassName("foot");
        Span light = new Span();
        light.addClassName("live");
        who.addClassName("who");
        Span sentence = new Span(who, what);
        sentence.addClassName("cut");
        sentence.getElement().setAttribute("aria-hidden", "true");
        Span reader = new Span();
        reader.addClassName("sr");
        reader.getElement().setAttribute("aria-live", "polite");
        keys.addClassNames("right", "wide");
        add(light, sentence, reader, keys);
        FluxBinding.events(this, () -> FluxBinding.calm(spoken.asFlux(), PAUSE), reader::setText);
    }

    /** Shows a sentence in two parts: the person in bold, then what they did. Either may be empty. */
    public void say(String person, String deed) {
        who.setText(person);
        what.setText(person.isEmpty() ? deed : " " + deed);
        spoken.tryEmitNext((person + " " + deed).strip());
    }

    /** Adds a hint: the keys, then the word for what they do. */
    public LiveFoot key(String word, String... caps) {
        Span hint = new Span();
        for (String cap : caps) {
            Span key = new Span(cap);
            key.addClassName("kbd");
            hint.add(key);
        }
        hint.add(new Span(word));
        keys.add(hint);
        return this;
    }
}
