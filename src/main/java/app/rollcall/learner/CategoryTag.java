package app.rollcall.learner;

/**
 * A category as a chip shows it.
 *
 * @param hue 0 to 359
 */
public record CategoryTag(String name, int hue) {}
