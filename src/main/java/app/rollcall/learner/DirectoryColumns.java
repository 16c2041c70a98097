package app.rollcall.learner;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a table are shown; the name always is.
 *
 * @param shown in the order of the table; what the table has not is left out
 */
public record DirectoryColumns(DirectoryTable table, Set<DirectoryColumn> shown) {

    /** Stands for the column that is always there, so that it alone can be said. */
    private static final String NAME = "name";

    public DirectoryColumns {
        EnumSet<DirectoryColumn> sorted = EnumSet.noneOf(DirectoryColumn.class);
        sorted.addAll(shown);
        sorted.retainAll(table.offered());
        shown = Collections.unmodifiableSet(sorted);
    }

    public static DirectoryColumns usual(DirectoryTable table) {
        return new DirectoryColumns(table, table.usual());
    }

    /** What a URL or the database asks for; words that name no column are passed over. Empty when none does. */
    public static Optional<DirectoryColumns> of(DirectoryTable table, String codes) {
        List<String> words = List.of(codes.split(","));
        Set<DirectoryColumn> named = words.stream()
                .flatMap(word -> DirectoryColumn.of(word).stream())
                .filter(table.offered()::contains)
                .collect(Collectors.toSet());
        return named.isEmpty() && !words.contains(NAME)
                ? Optional.empty()
                : Optional.of(new DirectoryColumns(table, named));
    }

    /** The words of what is shown, as {@link #of} reads them. */
    public String codes() {
        return Stream.concat(Stream.of(NAME), shown.stream().map(DirectoryColumn::code))
                .collect(Collectors.joining(","));
    }

    public boolean shows(DirectoryColumn column) {
        return shown.contains(column);
    }

    public boolean isUsual() {
        return shown.equals(table.usual());
    }

    public DirectoryColumns showing(Collection<DirectoryColumn> others) {
        return new DirectoryColumns(table, Set.copyOf(others));
    }
}
