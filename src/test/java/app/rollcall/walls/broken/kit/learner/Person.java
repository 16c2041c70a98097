package app.rollcall.walls.broken.kit.learner;

public record Person(String name) {}
