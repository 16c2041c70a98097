package app.rollcall.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A wire between an app and its database that can be pulled: then nothing passes, and nobody is told. */
final class TcpProxy implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final int target;
    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition plugged = lock.newCondition();
    private boolean cut;

    TcpProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket app = door.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(app, database));
                Thread.ofVirtual().start(() -> carry(app, database));
                Thread.ofVirtual().start(() -> carry(database, app));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                waitForWire();
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // Either end has gone.
        } finally {
            sockets.removeAll(List.of(from, to));
        }
    }

    private void waitForWire() throws IOException {
        lock.lock();
        try {
            while (cut) {
                plugged.await();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing passes. */
    void cut() {
        lock.lock();
        try {
            cut = true;
        } finally {
            lock.unlock();
        }
    }

    /** The wire is back; connections that were open are gone, as after a while without an answer. */
    void mend() {
        sockets.forEach(TcpProxy::drop);
        lock.lock();
        try {
            cut = false;
            plugged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        mend();
    }
}
