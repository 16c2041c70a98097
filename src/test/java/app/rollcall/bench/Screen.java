package app.rollcall.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A directory that is open in somebody's browser, as the server sees it: signed in by the form, loaded, said to be laid out, kept up
 * by push, polled every half minute. The rows themselves it does not keep.
 */
final class Screen implements PushLine.Listener, AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");
    private static final Pattern CONFIRM =
            Pattern.compile("\\{\"@v-node\":(\\d+)},(\\d+),\"return \\$0\\.\\$connector\\.confirm\\(");
    private static final byte[] SYNC = "\"syncId\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONFIRMED = "$connector.confirm(".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHANGES = "{\"".getBytes(StandardCharsets.US_ASCII);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final int CONFIRM_IS_SO_LONG = 80;
    private static final int TAIL = 64;

    private final int number;
    private final URI server;
    private final Wire wire;
    private final FrameCount frames = new FrameCount();
    private final AtomicReference<@Nullable Change> awaited;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable PushLine push;
    private volatile @Nullable Exception cut;
    private volatile boolean open;
    private volatile int sync;
    private String key = "";
    private String ui = "";
    private int said;
    private int promised;

    /** @param awaited the change that all screens look for at the moment, if any */
    Screen(int number, URI server, AtomicReference<@Nullable Change> awaited) {
        this.number = number;
        this.server = server;
        this.wire = new Wire(server);
        this.awaited = awaited;
    }

    void open(BrowserScript script, String email, String password) throws IOException {
        String form = "_csrf=%s&email=%s&password=%s"
                .formatted(first(CSRF, wire.get("/sign_in").text()), encoded(email), encoded(password));
        Wire.Answer entered = wire.post("/sign_in", FORM, form);
        if (entered.status() != 302 || entered.location().contains("sign_in")) {
            throw new IOException(email + " is not let in: " + entered.status() + " " + entered.location());
        }
        wire.get(script.page());
        String started = wire.get(script.first().replaceAll("v-wn=[^&]+", "v-wn=bench-" + number))
                .text();
        key = first(KEY, started);
        ui = first(UI, started);
        push = new PushLine(
                server,
                script.push()
                        .replaceAll("v-uiId=\\d+", "v-uiId=" + ui)
                        .replaceAll("v-pushId=[^&]+", "v-pushId=" + first(PUSH, started)),
                wire.cookie(),
                this);
        for (String body : script.said()) {
            promised += body.split("\"promise\":", -1).length - 1;
            post(body);
        }
        open = true;
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IOException("No " + pattern + " in: " + text.substring(0, Math.min(500, text.length())));
        }
        return found.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The safety net under push: a browser asks so every half minute. */
    void poll() {
        ask("{\"type\":\"event\",\"node\":1,\"event\":\"ui-poll\"}");
    }

    private void ask(String call) {
        try {
            post("{\"csrfToken\":\"\",\"rpc\":[" + call + "],\"syncId\":0,\"clientId\":0}");
        } catch (IOException e) {
            cut(e);
        }
    }

    /** One request at a time, each with its number and the number of what came last, as Flow's client counts them. */
    private void post(String body) throws IOException {
        asking.lock();
        try {
            String ours = body.replaceFirst("\"csrfToken\":\"[^\"]*\"", "\"csrfToken\":\"" + key + "\"")
                    .replaceFirst(
                            "\"syncId\":\\d+,\"clientId\":\\d+}$",
                            "\"syncId\":" + sync + ",\"clientId\":" + said + "}");
            said++;
            Wire.Answer answer = wire.post("/?v-r=uidl&v-uiId=" + ui, JSON, ours);
            byte[] taken = answer.body();
            if (answer.status() != 200
                    || taken.length == 0
                    || new String(taken, 0, Math.min(taken.length, 200), StandardCharsets.UTF_8)
                            .contains("\"appError\"")) {
                throw new IOException("Refused: " + answer.status() + " " + answer.text());
            }
            seen(taken, taken.length, System.nanoTime());
        } finally {
            asking.unlock();
        }
    }

    @Override
    public void message(byte[] bytes, int length, long at) {
        // Neither the first word of a push nor the sign of life is an update.
        if (Change.find(CHANGES, bytes, 0, Math.min(length, TAIL)) >= 0) {
            frames.add(at, length);
            seen(bytes, length, at);
        }
    }

    private void seen(byte[] bytes, int length, long at) {
        Change change = awaited.get();
        if (change != null) {
            change.look(number, bytes, length, at);
        }
        int counted = Change.find(SYNC, bytes, Math.max(0, length - TAIL), length);
        if (counted >= 0) {
            sync = Math.max(sync, number(bytes, counted + SYNC.length, length));
        }
        if (open) {
            confirm(bytes, length);
        }
    }

    /** A grid wants to hear when it has shown what it was sent: only then is what it showed before forgotten. */
    private void confirm(byte[] bytes, int length) {
        int found = Change.find(CONFIRMED, bytes, 0, length);
        if (found >= 0) {
            int from = Math.max(0, found - CONFIRM_IS_SO_LONG);
            Matcher confirm =
                    CONFIRM.matcher(new String(bytes, from, found + CONFIRMED.length - from, StandardCharsets.UTF_8));
            if (confirm.find()) {
                String call =
                        "{\"type\":\"publishedEventHandler\",\"node\":%s,\"templateEventMethodName\":\"confirmUpdate\",\"templateEventMethodArgs\":[%s],\"promise\":%d}"
                                .formatted(confirm.group(1), confirm.group(2), promised++);
                Thread.ofVirtual().start(() -> ask(call));
            }
        }
    }

    private static int number(byte[] bytes, int from, int length) {
        int number = 0;
        for (int at = from; at < length && Character.isDigit(bytes[at]); at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    @Override
    public void cut(Exception why) {
        if (cut == null) {
            cut = why;
        }
    }

    /** Fails if it was cut off from the server. */
    void requireOpen() {
        Exception why = cut;
        if (why != null) {
            throw new UncheckedIOException("Screen " + number + " was cut off", new IOException(why));
        }
    }

    FrameCount frames() {
        return frames;
    }

    @Override
    public void close() {
        PushLine line = push;
        if (line != null) {
            line.close();
        }
        wire.close();
    }
}
