package app.rollcall.learner;

/** There is a category of that name already, whatever its case. */
public final class CategoryNameTaken extends RuntimeException {

    private final CategoryName name;

    CategoryNameTaken(CategoryName name) {
        super("The name of a category is taken", null, false, false);
        this.name = name;
    }

    public CategoryName name() {
        return name;
    }
}
