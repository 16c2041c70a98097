package app.rollcall.learner;

/**
 * A category and how many are in it.
 *
 * @param learners the disabled among them too
 */
public record CategoryUse(Category category, long learners) {}
