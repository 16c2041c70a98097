package app.rollcall.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The foot of a live screen: who did what, as it happens, and the keys. A screen reader is told politely, and at most one
 * sentence every five seconds: the newest, or how many changed when there was more than one.
 */
public final class LiveFoot extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Span who = new Span();
    private final Span what = new Span();
    private final Span reader = new Span();
    private final transient Sinks.Many<Duration> later =
            Sinks.many().multicast().directBestEffort();
    private final Duration pause;
    private @Nullable KeyHints keys;
    private transient @Nullable IntFunction<String> several;
    private transient Unsaid unsaid = Unsaid.NOTHING;
    private long silentUntil = System.nanoTime();
    private boolean waiting;

    /**
     * What a screen reader was not told yet.
     *
     * @param changed how many things changed; meaningless unless counted
     * @param counted false as soon as one of the sentences has no number
     */
    private record Unsaid(String newest, int sentences, int changed, boolean counted) {

        static final Unsaid NOTHING = new Unsaid("", 0, 0, true);

        Unsaid and(String sentence, int more) {
            return new Unsaid(sentence, sentences + 1, changed + more, counted && more > 0);
        }
    }

    public LiveFoot() {
        this(PAUSE);
    }

    LiveFoot(Duration pause) {
        this.pause = pause;
        addClassName("foot");
        Span light = new Span();
        light.addClassName("live");
        who.addClassName("who");
        Span sentence = new Span(who, what);
        sentence.addClassName("cut");
        sentence.getElement().setAttribute("aria-hidden", "true");
        reader.addClassName("sr");
        reader.getElement().setAttribute("aria-live", "polite");
        add(light, sentence, reader);
        FluxBinding.events(this, () -> later.asFlux().concatMap(Mono::delay), _ -> speak());
        OnScreen.during(this, _ -> this::forget);
    }

    /** @param words the one sentence that stands for several, by how many changed in all */
    public LiveFoot several(IntFunction<String> words) {
        several = words;
        return this;
    }

    /** Shows a sentence in two parts: the person in bold, then what they did. Either may be empty. */
    public void say(String person, String deed) {
        say(person, deed, 0);
    }

    /** As {@link #say(String, String)}, of a deed that changed so many things; 0 when nobody counted. */
    public void say(String person, String deed, int changed) {
        who.setText(person);
        what.setText(person.isEmpty() ? deed : " " + deed);
        if (isAttached()) {
            unsaid = unsaid.and((person + " " + deed).strip(), changed);
            speakWhenItMay();
        }
    }

    private void forget() {
        unsaid = Unsaid.NOTHING;
        waiting = false;
    }

    /** With what is shown, when nobody spoke for a while. */
    private void speakWhenItMay() {
        long left = silentUntil - System.nanoTime();
        if (waiting) {
            return;
        }
        if (left <= 0) {
            speak();
        } else {
            waiting = true;
            later.tryEmitNext(Duration.ofNanos(left));
        }
    }

    private void speak() {
        waiting = false;
        silentUntil = System.nanoTime() + pause.toNanos();
        if (unsaid.sentences() > 0) {
            reader.setText(
                    several != null && unsaid.sentences() > 1 && unsaid.counted()
                            ? several.apply(unsaid.changed())
                            : unsaid.newest());
            unsaid = Unsaid.NOTHING;
        }
    }

    /** Adds a hint: the keys, then the word for what they do. */
    public LiveFoot key(String word, String... caps) {
        if (keys == null) {
            keys = new KeyHints();
            keys.addClassNames("right", "wide");
            add(keys);
        }
        keys.add(word, caps);
        return this;
    }
}
