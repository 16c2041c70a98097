package app.rollcall.walls.broken.neighbour.course.ui;

public record CourseView(String title) {}
