package app.rollcall.walls.broken.cycle.course;

import app.rollcall.walls.broken.cycle.learner.Learned;

public record Taught(Learned to) {}
