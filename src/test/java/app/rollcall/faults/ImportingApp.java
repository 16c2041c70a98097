package app.rollcall.faults;

import app.rollcall.Rollcall;
import app.rollcall.importing.ImportId;
import app.rollcall.importing.Imports;
import app.rollcall.importing.OnError;
import app.rollcall.security.Actor;
import app.rollcall.security.PersonId;
import app.rollcall.security.Role;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Scanner;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import reactor.core.publisher.Flux;

/**
 * The whole application in a process of its own, which does through its doors what an admin would do on the screen, as it
 * is told line by line: {@code upload FILE}, {@code validate IMPORT} and {@code confirm IMPORT}. It ends with its teller.
 */
final class ImportingApp {

    /** Said on standard output once the application is up. */
    static final String READY = "ready to be told";

    /** Who does it: the first person of the database. */
    private static final Actor ADMIN =
            new Actor(new PersonId(1), "Mira Solberg", Set.of(Role.ADMIN), Locale.ENGLISH, ZoneOffset.UTC);

    private static final int SLICE = 64 * 1024;

    private ImportingApp() {}

    public static void main(String[] args) throws Exception {
        Imports imports = SpringApplication.run(Rollcall.class, args).getBean(Imports.class);
        System.out.println(READY);
        Scanner told = new Scanner(System.in);
        while (told.hasNextLine()) {
            String[] words = told.nextLine().split(" ", 2);
            switch (words[0]) {
                case "upload" ->
                    imports.upload(ADMIN, UUID.randomUUID(), "list.csv", slices(Path.of(words[1])))
                            .block();
                case "validate" -> imports.validate(ADMIN, id(words[1])).block();
                case "confirm" ->
                    imports.find(ADMIN, id(words[1]))
                            .flatMap(shown -> imports.confirm(ADMIN, shown.id(), OnError.SKIP_ROWS, shown.version()))
                            .block();
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
        System.exit(0);
    }

    private static ImportId id(String word) {
        return new ImportId(Long.parseLong(word));
    }

    /** As a browser's upload brings it: in pieces. */
    private static Flux<ByteBuffer> slices(Path path) throws IOException {
        byte[] file = Files.readAllBytes(path);
        return Flux.range(0, Math.ceilDiv(file.length, SLICE))
                .map(i -> ByteBuffer.wrap(file, i * SLICE, Math.min(SLICE, file.length - i * SLICE)));
    }
}
