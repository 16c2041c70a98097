package app.rollcall.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walls that byte code does not show: looked for in the text of the sources. */
final class SourceRules {

    private static final Pattern FORBIDDEN =
            Pattern.compile("new\\s+Html\\(|innerHTML|Thread\\s*\\.\\s*sleep|\\b(?:TODO|FIXME|XXX)\\b");

    /** The index of the addresses is by lower(email::text); anything else reads every person. */
    private static final Pattern ADDRESS =
            Pattern.compile("\\bemail\\s*=\\s*(?:CAST\\([^)]*\\bAS citext|[\\w.:]+::citext)|ON CONFLICT \\(email\\)");

    private static final Pattern SCRIPT = Pattern.compile("\\bexecuteJs\\s*\\(");
    private static final Pattern TEXT =
            Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'");

    private SourceRules() {}

    /** What is forbidden in the Java sources below a folder, each as file:line and what it says. */
    static List<String> broken(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .flatMap(file -> broken(file, read(file)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> broken(Path file, String source) {
        List<String> found = new ArrayList<>();
        for (Matcher matcher = FORBIDDEN.matcher(source); matcher.find(); ) {
            found.add(where(file, source, matcher) + matcher.group());
        }
        for (Matcher matcher = ADDRESS.matcher(source); matcher.find(); ) {
            found.add(where(file, source, matcher) + "an address that is not looked up by lower(email::text)");
        }
        for (Matcher matcher = SCRIPT.matcher(source); matcher.find(); ) {
            String script = firstArgument(source.substring(matcher.end()));
            if (script.contains("+") || script.contains("format")) {
                found.add(where(file, source, matcher) + "executeJs with a script put together from parts");
            }
        }
        return found;
    }

    /** The first argument after an opening parenthesis, with every literal emptied. */
    private static String firstArgument(String rest) {
        String bare = TEXT.matcher(rest).replaceAll("\"\"");
        int depth = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (depth == 0 && (c == ',' || c == ')')) {
                return bare.substring(0, i);
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return bare;
    }

    private static String where(Path file, String source, Matcher matcher) {
        long line = source.substring(0, matcher.start()).lines().count();
        return file + ":" + Math.max(1, line) + ": ";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
