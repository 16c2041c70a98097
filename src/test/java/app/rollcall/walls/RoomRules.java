package app.rollcall.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The walls between rooms, and between the screen and what lies below it. */
final class RoomRules {

    private RoomRules() {}

    static ArchRule noCycles(String root) {
        return slices().assignedFrom(new RoomsAndScreens(root))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule directions(String root) {
        return classes().that().resideInAPackage(root + "..").should(knowOnlyWhatTheyMay(root));
    }

    static ArchRule vaadinOnlyInScreens(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root, root + "..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .because("what lies below the screens does not know what they are made of")
                .allowEmptyShould(true);
    }

    static ArchRule noSqlInScreens(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.r2dbc..",
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "org.springframework.r2dbc..",
                        "org.springframework.data.r2dbc..",
                        "org.springframework.jdbc..")
                .because("a screen asks a door or a query class")
                .allowEmptyShould(true);
    }

    static ArchRule queriesStayInTheirRoom(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .haveNameMatching(".*(Query|Queries|Sql|Repository)")
                .should()
                .bePackagePrivate()
                .because("rights are checked in the door, and a public query has none")
                .allowEmptyShould(true);
    }

    static ArchRule noHtmlFromText(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.vaadin.flow.component.Html")
                .because("a learner's name may hold markup, and must stay text")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> knowOnlyWhatTheyMay(String root) {
        return new ArchCondition<>("know only what the plan of the house lets them know") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Place from = Place.of(type, root);
                if (!from.isApplication() && !Rooms.exists(from.room())) {
                    events.add(SimpleConditionEvent.violated(
                            type, from.room() + " is not a room of the plan: " + type.getName()));
                    return;
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (inside(target, root) && !Rooms.mayKnow(from, Place.of(target, root), target.getSimpleName())) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                from + " must not know " + Place.of(target, root) + ": "
                                        + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean inside(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    /** A feature and its screens count apart: the kit knows who acts, and the sign-in screen knows the kit. */
    private record RoomsAndScreens(String root) implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!inside(type, root) || Place.of(type, root).isApplication()) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(Place.of(type, root).toString());
        }

        @Override
        public String getDescription() {
            return "rooms and their screens";
        }
    }
}
