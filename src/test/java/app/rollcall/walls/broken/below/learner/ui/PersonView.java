package app.rollcall.walls.broken.below.learner.ui;

public record PersonView(String title) {}
