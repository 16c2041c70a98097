package app.rollcall.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A mail server that misbehaves as told: what it answers to MAIL, RCPT, DATA and to the end of the data (".") can be replaced. */
public final class ScriptedSmtp implements AutoCloseable {

    /** In place of an answer: the line is cut. */
    static final String CUT = "cut";

    private final ServerSocket door;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Consumer<String> taken;
    private volatile long waitBeforeEnd;

    ScriptedSmtp() {
        this(null);
    }

    /** @param taken is given the data of each mail, which is then not kept; null to keep them all */
    public ScriptedSmtp(Consumer<String> taken) {
        this.taken = taken == null ? received::add : taken;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    ScriptedSmtp answer(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedSmtp behaveAgain() {
        answers.clear();
        return this;
    }

    /** Takes so long to answer a whole mail. */
    ScriptedSmtp slow(long milliseconds) {
        waitBeforeEnd = milliseconds;
        return this;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** All data that came in whole, answered or not. */
    List<String> received() {
        return received;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Thread.ofVirtual().start(() -> talk(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket guest) {
        try (guest;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new OutputStreamWriter(guest.getOutputStream(), StandardCharsets.UTF_8)) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                String answer = answers.getOrDefault(command, usual(command));
                if (answer.equals(CUT)) {
                    return;
                }
                say(out, answer);
                if (command.equals("QUIT") || command.equals("DATA") && answer.startsWith("354") && !data(in, out)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client went away; nothing is left to say.
        }
    }

    private boolean data(BufferedReader in, Writer out) throws IOException {
        StringBuilder data = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            data.append(line).append('\n');
        }
        taken.accept(data.toString());
        try {
            new CountDownLatch(1).await(waitBeforeEnd, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String answer = answers.getOrDefault(".", "250 taken");
        if (answer.equals(CUT)) {
            return false;
        }
        say(out, answer);
        return true;
    }

    private static String usual(String command) {
        return switch (command) {
            case "DATA" -> "354 go ahead";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
