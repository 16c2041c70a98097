package app.rollcall.ui;

/** Which picture stands for a course, wherever it is shown. */
public final class CoursePicture {

    private CoursePicture() {}

    /** @param kind how it is taught, by its word in text keys */
    public static Icons of(String kind) {
        return switch (kind) {
            case "self_paced" -> Icons.COURSE;
            case "scorm" -> Icons.SCREEN;
            case "ilt" -> Icons.PEOPLE;
            case "curriculum" -> Icons.CURRICULUM;
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
