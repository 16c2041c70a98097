package app.rollcall.walls.broken.neighbour.course.ui;

public record CourseNavigation(String path) {}
