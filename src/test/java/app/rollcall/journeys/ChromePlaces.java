package app.rollcall.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where a Chromium or Chrome may lie on this machine.
 *
 * @param environment the variables of the environment, null for one that is not set
 * @param executable whether a file is there and can be run
 */
record ChromePlaces(UnaryOperator<String> environment, Predicate<Path> executable) {

    /** Names the browser to take before all others. */
    static final String NAMED = "ROLLCALL_CHROMIUM";

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final List<String> WINDOWS_ROOTS = List.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData");
    private static final List<String> WINDOWS =
            List.of("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe");

    /** The first that is there; the named one is never replaced by another. */
    Optional<Path> find() {
        String named = environment.apply(NAMED);
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(executable);
        }
        return Stream.concat(
                        USUAL.stream().map(Path::of), WINDOWS_ROOTS.stream().flatMap(this::below))
                .filter(executable)
                .findFirst();
    }

    /** What to do without a browser: on a machine that builds for all, that is a failure. */
    boolean mustBeThere() {
        String ci = environment.apply("CI");
        return ci != null && !ci.isBlank() && !ci.equals("false");
    }

    private Stream<Path> below(String root) {
        String folder = environment.apply(root);
        return folder == null ? Stream.of() : WINDOWS.stream().map(Path.of(folder)::resolve);
    }
}
