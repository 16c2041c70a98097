package app.rollcall.course;

/** The number of a course; what people call it is its code. */
public record CourseId(long value) {}
