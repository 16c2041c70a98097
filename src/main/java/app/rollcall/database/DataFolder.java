package app.rollcall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of an embedded database, ours alone while we run. */
final class DataFolder implements AutoCloseable {

    /** Locks belong to the process: closing a second channel to the file would drop the first one's. So look here before. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Takes the folder, made if need be; the operating system gives it back even when this process is killed. */
    static DataFolder open(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            createForUs(folder);
            folder = folder.toRealPath();
            FileChannel channel = OPEN_HERE.add(folder) ? locked(folder) : null;
            if (channel == null) {
                throw new StartRefused(
                        "The folder " + folder + " is in use by another Rollcall that is running.",
                        "Stop the other one, or give this one a folder of its own: --rollcall.data=another-folder.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + folder + " cannot be used for data: " + e.getMessage() + ".",
                    "Make it writable, or choose another: --rollcall.data=another-folder.",
                    e);
        }
    }

    Path path() {
        return folder;
    }

    /** PostgreSQL's own folder in ours. */
    Path cluster() {
        return folder.resolve("postgres");
    }

    Path passwordFile() {
        return folder.resolve("database-password");
    }

    /** The database's password, drawn at the first start: other users of this computer reach the loopback address too. */
    String password() {
        try {
            Path file = passwordFile();
            if (!Files.exists(file)) {
                byte[] drawn = new byte[24];
                new SecureRandom().nextBytes(drawn);
                Files.createFile(file);
                if (posix(file)) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(file, HexFormat.of().formatHex(drawn));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN_HERE.remove(folder);
        }
    }

    private static @Nullable FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("rollcall.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            OPEN_HERE.remove(folder);
            return null;
        }
        return channel;
    }

    private static void createForUs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            keepToUs(folder);
        }
    }

    /** Takes all rights to a folder from the other users of this computer, where the file system knows of rights. */
    static void keepToUs(Path folder) throws IOException {
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
