package app.rollcall.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The WebSocket of one screen (RFC 6455), compressed as a browser asks for it (RFC 7692): the server's work and memory for it are
 * those a browser causes. What comes is handed on as bytes, for a thousand screens share the machine with the server.
 */
final class PushLine implements AutoCloseable {

    private static final byte[] END_OF_MESSAGE = {0, 0, (byte) 0xff, (byte) 0xff};
    private static final byte[] NOTHING = {};
    private static final int FIRST_SIZE = 16 * 1024;

    /** A line needs room for a message only while one comes. */
    private static final Deque<byte[]> SPARE = new ConcurrentLinkedDeque<>();

    private static final int CLOSE = 8;
    private static final int PING = 9;

    private final Socket socket;
    private final DataInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final Listener listener;
    private byte[] frame = new byte[1024];
    private byte[] text = NOTHING;
    private int length;
    private boolean compressed;
    private volatile boolean over;

    /** Told on the line's own thread; the bytes are its to read until it returns. */
    interface Listener {

        void message(byte[] bytes, int length, long at);

        void cut(Exception why);
    }

    PushLine(URI server, String target, String cookie, Listener listener) throws IOException {
        this.listener = listener;
        socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 4 * 1024));
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        socket.getOutputStream().write("""
                GET %s HTTP/1.1\r
                Host: %s\r
                Origin: %s\r
                Cookie: %s\r
                Accept-Language: en-GB\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r
                Sec-WebSocket-Key: %s\r
                \r
                """.formatted(
                        target,
                        server.getAuthority(),
                        server,
                        cookie,
                        Base64.getEncoder().encodeToString(key))
                .getBytes(StandardCharsets.US_ASCII));
        String status = Wire.line(in);
        if (!status.contains(" 101 ")) {
            throw new IOException("No push at " + target + ": " + status);
        }
        for (String line = Wire.line(in); !line.isEmpty(); line = Wire.line(in)) {
            String field = line.toLowerCase(Locale.ROOT);
            compressed |= field.startsWith("sec-websocket-extensions:") && field.contains("permessage-deflate");
        }
        Thread.ofVirtual().name("push-", 0).start(this::read);
    }

    private void read() {
        try {
            while (!over) {
                message();
            }
        } catch (IOException | DataFormatException e) {
            if (!over) {
                listener.cut(e);
            }
        } finally {
            inflater.end();
        }
    }

    /** A message comes in frames, between which the server may ask whether somebody is there. */
    private void message() throws IOException, DataFormatException {
        boolean deflated = false;
        boolean last = false;
        while (!last) {
            int first = in.readUnsignedByte();
            int size = size(in.readUnsignedByte());
            if (frame.length < size) {
                frame = new byte[size];
            }
            in.readFully(frame, 0, size);
            int kind = first & 0x0f;
            if (kind == CLOSE) {
                throw new SocketException("closed by the server");
            } else if (kind == PING) {
                pong(size);
            } else {
                if (text.length == 0) {
                    text = Objects.requireNonNullElseGet(SPARE.poll(), () -> new byte[FIRST_SIZE]);
                }
                deflated |= compressed && (first & 0x40) != 0;
                last = (first & 0x80) != 0;
                take(size, deflated, last);
            }
        }
        listener.message(text, length, System.nanoTime());
        SPARE.push(text);
        text = NOTHING;
        length = 0;
    }

    private void take(int size, boolean deflated, boolean last) throws DataFormatException {
        if (deflated) {
            inflate(frame, size);
            if (last) {
                inflate(END_OF_MESSAGE, END_OF_MESSAGE.length);
            }
        } else {
            room(size);
            System.arraycopy(frame, 0, text, length, size);
            length += size;
        }
    }

    private void inflate(byte[] from, int size) throws DataFormatException {
        inflater.setInput(from, 0, size);
        int part;
        do {
            room(1);
            part = inflater.inflate(text, length, text.length - length);
            length += part;
        } while (part > 0);
    }

    private void room(int more) {
        if (text.length < length + more) {
            text = Arrays.copyOf(text, 2 * (length + more));
        }
    }

    private int size(int second) throws IOException {
        return switch (second & 0x7f) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> second & 0x7f;
        };
    }

    /** What a browser sends is masked; with nothing but noughts it reads as it is. */
    private void pong(int size) throws IOException {
        byte[] answer = new byte[6 + size];
        answer[0] = (byte) 0x8a;
        answer[1] = (byte) (0x80 | size);
        System.arraycopy(frame, 0, answer, 6, size);
        socket.getOutputStream().write(answer);
    }

    @Override
    public void close() {
        over = true;
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }
}
