package app.rollcall.ui;

import java.util.Comparator;
import java.util.List;

/** The hues of {@code badges.css}, apart enough to be told from each other; each is a class. */
public final class Hues {

    private static final List<Integer> ALL = List.of(20, 55, 85, 140, 170, 205, 240, 275, 305, 340);
    private static final int ROUND = 360;

    private Hues() {}

    public static List<Integer> all() {
        return ALL;
    }

    /** The one that comes nearest to a hue of 0 to 359. */
    public static int nearest(int hue) {
        return ALL.stream().min(Comparator.comparingInt(one -> apart(one, hue))).orElseThrow();
    }

    private static int apart(int one, int other) {
        int distance = Math.abs(one - other) % ROUND;
        return Math.min(distance, ROUND - distance);
    }

    /** The class of the hue that belongs to a text, always the same. */
    static String of(String text) {
        return "hue-" + ALL.get(Math.floorMod(text.hashCode(), ALL.size()));
    }

    /** The class of the one that comes nearest. */
    public static String of(int hue) {
        return "hue-" + nearest(hue);
    }
}
