package app.rollcall.importing;

import app.rollcall.importing.csv.Unreadable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a file was refused, as it is kept with the job: a typed code and what its sentence tells.
 *
 * @param arguments in the order that the code's sentence numbers them; numbers as text
 */
public record FileRefused(String code, List<String> arguments) {

    private static final String SEPARATOR = "\u001f";

    public FileRefused {
        arguments = List.copyOf(arguments);
    }

    static String coded(Unreadable refused) {
        return Stream.concat(
                        Stream.of(refused.refusal().code()),
                        refused.arguments().stream().map(Object::toString))
                .map(part -> part.replace(SEPARATOR, ""))
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads back what {@link #coded} wrote. */
    public static FileRefused of(String reason) {
        List<String> parts = List.of(reason.split(SEPARATOR, -1));
        return new FileRefused(parts.getFirst(), parts.subList(1, parts.size()));
    }
}
