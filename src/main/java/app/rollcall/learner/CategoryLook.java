package app.rollcall.learner;

/**
 * What can be changed about a category.
 *
 * @param hue 0 to 359
 */
public record CategoryLook(CategoryName name, int hue) {

    public CategoryLook {
        if (hue < 0 || hue > 359) {
            throw new IllegalArgumentException("A hue is 0 to 359, not " + hue);
        }
    }
}
