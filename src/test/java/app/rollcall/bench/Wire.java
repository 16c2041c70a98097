package app.rollcall.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One browser's HTTP: a single connection that is kept, as a browser keeps it, and the session's cookie. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final URI server;
    private String cookie = "";
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    Wire(URI server) {
        this.server = server;
        close();
    }

    /** @param location where the browser is sent, or empty */
    record Answer(int status, String location, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What is said before a body or a frame begins. */
    private record Head(int status, String location, int length, boolean chunked, boolean last) {}

    String cookie() {
        return cookie;
    }

    Answer get(String target) throws IOException {
        return ask("GET " + target, "", "");
    }

    Answer post(String target, String type, String body) throws IOException {
        return ask("POST " + target, type, body);
    }

    private Answer ask(String what, String type, String body) throws IOException {
        if (socket.isClosed()) {
            open();
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = what + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAccept-Language: en-GB\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n")
                + "\r\n";
        socket.getOutputStream().write(joined(head.getBytes(StandardCharsets.US_ASCII), content));
        Head answered = head();
        byte[] taken = answered.chunked ? chunks() : in.readNBytes(answered.length);
        if (answered.last) {
            close();
        }
        return new Answer(answered.status, answered.location, taken);
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private Head head() throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        String location = "";
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] field = line.split(": *", 2);
            switch (field[0].toLowerCase(Locale.ROOT)) {
                case "set-cookie" -> cookie = field[1].split(";", 2)[0];
                case "location" -> location = field[1];
                case "content-length" -> length = Integer.parseInt(field[1]);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = field[1].equals("close");
                default -> {}
            }
        }
        return new Head(status, location, length, chunked, last);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(size));
            line(in);
        } while (size > 0);
        return body.toByteArray();
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server hung up after: " + line);
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }
}
