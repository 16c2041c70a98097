package app.rollcall.walls;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** Rollcall's own classes, and the small houses with one wall broken on purpose. */
final class Houses {

    private static final String ROLLCALL = "app.rollcall";
    private static final String BROKEN = "app.rollcall.walls.broken.";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROLLCALL);

    private Houses() {}

    /** The rule holds for Rollcall, and is broken by the house of this name, in these words. */
    static void holds(Function<String, ArchRule> rule, String brokenHouse, String... words) {
        rule.apply(ROLLCALL).check(OURS);
        String root = BROKEN + brokenHouse;
        JavaClasses theirs = new ClassFileImporter().importPackages(root);
        assertThatThrownBy(() -> rule.apply(root).check(theirs))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(words);
    }
}
