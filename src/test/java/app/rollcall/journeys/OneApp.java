package app.rollcall.journeys;

import app.rollcall.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;

/**
 * One packaged app, in trial mode, for all the journeys of a run: the first class starts it, and it stops after the last.
 * A journey therefore takes learners of its own and asserts on what it changed.
 */
final class OneApp implements BeforeAllCallback {

    private Running running;

    RunningApp get() {
        return running.app();
    }

    /** Where a browser finds a path, which starts without a slash. */
    String at(String path) {
        return get().url() + "/" + path;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot()
                .getStore(Namespace.create(OneApp.class))
                .computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    private static Running start() {
        try {
            Path data = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target")).toAbsolutePath(), "journeys-");
            // Small chunks: an import lasts long enough to be looked at.
            RunningApp app = RunningApp.on(data)
                    .with("--rollcall.database.programs=" + TestServer.PROGRAMS, "--rollcall.import.chunk-rows=500")
                    .start();
            return new Running(app, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed by JUnit at the end of the run. */
    record Running(RunningApp app, Path data) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            app.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
