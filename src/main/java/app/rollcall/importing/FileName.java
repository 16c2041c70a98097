package app.rollcall.importing;

/** What a browser or a program calls a file. */
final class FileName {

    private static final int LONGEST = 200;
    private static final String NONE = "list.csv";

    private FileName() {}

    /** The name as text to show, never a path. */
    static String tidied(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        String shortened = name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name;
        return shortened.isEmpty() ? NONE : shortened;
    }
}
