package app.rollcall.walls.broken.direction.learner;

public record Person(String name) {}
