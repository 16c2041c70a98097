package app.rollcall.learner;

/**
 * What learners are sorted by, for reports and messages; somebody can be in several.
 *
 * @param hue 0 to 359
 */
public record Category(long id, String name, int hue) {}
