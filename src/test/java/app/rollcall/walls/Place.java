package app.rollcall.walls;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Where a class lives.
 *
 * @param room the feature, or empty for the application's own package
 * @param screen whether it is a part of what is shown: the feature's ui, or the kit
 */
record Place(String room, boolean screen) {

    static final String KIT = "ui";

    static Place of(JavaClass type, String root) {
        String rest = type.getPackageName().substring(root.length());
        String[] steps = rest.isEmpty() ? new String[] {""} : rest.substring(1).split("\\.");
        boolean screen = steps[0].equals(KIT) || (steps.length > 1 && steps[1].equals("ui"));
        return new Place(steps[0], screen);
    }

    boolean isApplication() {
        return room.isEmpty();
    }

    boolean isKit() {
        return room.equals(KIT);
    }

    @Override
    public String toString() {
        return screen && !isKit() ? room + ".ui" : room;
    }
}
